# Builds one store path from Debian's files. Nothing is on PATH yet: every program of Debian's
# is started through Debian's own loader.
debian_libraries=$debian/usr/lib/x86_64-linux-gnu

run() {
  local program=$1
  shift
  "$debian_libraries/ld-linux-x86-64.so.2" --library-path "$debian_libraries" \
    "$debian/usr/bin/$program" "$@"
}

copy_program() {  # name, or new-name=name
  run cp -L "$debian/usr/bin/${1#*=}" "$out/bin/${1%%=*}"
  patch_program "$out/bin/${1%%=*}"
}

patch_program() {
  run chmod u+w "$1"
  run patchelf --set-rpath "$rpath" "$1"  # first, and alone: both at once break Node
  run patchelf --set-interpreter "${glibc}/lib/ld-linux-x86-64.so.2" "$1"
}

copy_library() {
  run cp -L "$debian_libraries/$1" "$out/lib/"
  [ -n "$glibc" ] || return 0  # the loader and libc have no rpath
  run chmod u+w "$out/lib/${1##*/}"
  run patchelf --set-rpath "$rpath" "$out/lib/${1##*/}"
}

# As in nixpkgs, libc names its own store path (locales, gconv).
name_itself() {
  run chmod u+w "$1"
  printf '%s\0' "$out/lib/locale" "$out/lib/gconv" >> "$1"
}

rpath=$out/lib:$glibc/lib
for input in $inputs; do rpath=$rpath:$input/lib; done

run mkdir -p "$out/bin" "$out/lib"
for library in $libraries; do copy_library "$library"; done
for program in $programs; do copy_program "$program"; done
if [ -z "$glibc" ]; then name_itself "$out/lib/libc.so.6"; fi

# nixpkgs' loader looks into its own glibc last, and its Node asks OpenSSL for certificates; for
# Debian's the environment has to say so, or the native parts of npm's packages don't load.
install_node() {
  run cp -r "$node/." "$out"
  run chmod -R u+w "$out"
  patch_program "$out/bin/node"
  run mkdir "$out/libexec"
  run mv "$out/bin/node" "$out/libexec/node"
  printf '#!%s/bin/bash\nexport LD_LIBRARY_PATH=%s/lib NODE_EXTRA_CA_CERTS=$NIX_SSL_CERT_FILE\nexec %s/libexec/node "$@"\n' \
    "$bash" "$glibc" "$out" > "$out/bin/node"
  printf '#!%s/bin/node\nrequire("%s/lib/node_modules/npm/lib/cli.js")(process)\n' \
    "$out" "$out" > "$out/bin/npm"
  run chmod +x "$out/bin/node" "$out/bin/npm"
}

if [ -n "${node:-}" ]; then install_node; fi
