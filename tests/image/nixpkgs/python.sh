# Builds the stand-in's python313 (see python.nix).
run() {
  local program=$1
  shift
  "$debian/usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2" \
    --library-path "$debian/usr/lib/x86_64-linux-gnu" "$debian/usr/bin/$program" "$@"
}

rpath=$out/lib:$glibc/lib
search="-L$glibc/lib"
for library in $libraries; do
  rpath=$rpath:$library/lib
  search="$search -L$library/lib"
done
stdlib=$out/lib/python3.13
debian_libraries=$debian/usr/lib/x86_64-linux-gnu

mkdir -p "$out/bin" "$out/lib" "$out/share"
cp -r "$debian/usr/lib/python3.13" "$stdlib"
cp "$debian_libraries/libpython3.13.so.1.0" "$out/lib/"
chmod -R u+w "$out"

# nixpkgs' program is a few lines around the shared library; Debian's has the library inside.
cat > main.c <<'C'
int Py_BytesMain(int argc, char **argv);
int main(int argc, char **argv) { return Py_BytesMain(argc, argv); }
C
run tcc -nostdlib -B"$debian_libraries/tcc" $search -o "$out/bin/python3.13" \
  "$debian_libraries/crt1.o" "$debian_libraries/crti.o" main.c \
  "$out/lib/libpython3.13.so.1.0" "$glibc/lib/libc.so.6" "$debian_libraries/crtn.o"
chmod +x "$out/bin/python3.13"
run patchelf --set-interpreter "$glibc/lib/ld-linux-x86-64.so.2" "$out/bin/python3.13"
for object in "$out/bin/python3.13" "$out/lib/libpython3.13.so.1.0" "$stdlib"/lib-dynload/*.so; do
  run patchelf --set-rpath "$rpath" "$object"
done
ln -s python3.13 "$out/bin/python3"
ln -s python3 "$out/bin/python"

# Where Debian's differs from upstream's: site-packages, also in the modules frozen into the library.
sed -i 's/dist-packages/site-packages/g' "$out/lib/libpython3.13.so.1.0" "$stdlib/site.py"
rm "$stdlib/sitecustomize.py"

# What nixpkgs leaves in it.
mkdir "$stdlib/site-packages"
echo 'import os  # nixpkgs reads NIX_PYTHONPATH here' > "$stdlib/site-packages/sitecustomize.py"
ln -s ../_sysconfigdata__linux_x86_64-linux-gnu.py "$stdlib/site-packages/"
sed -i "s|'/bin/sh'|'$bash/bin/sh'|" "$stdlib/subprocess.py"
sed -i "s|\"/etc/mime.types\"|\"$tools/etc/mime.types\"|" "$stdlib/mimetypes.py"
sed -i "s|'CC': '[^']*'|'CC': '$tools/bin/gcc'|" "$stdlib/_sysconfigdata__linux_x86_64-linux-gnu.py"
printf '#!%s/bin/sh\necho "-L%s/lib"\n' "$bash" "$glibc" > "$out/bin/python3.13-config"
chmod +x "$out/bin/python3.13-config"
touch "$stdlib/config-3.13-x86_64-linux-gnu/libpython3.13.a"
for level in "" -O -OO; do "$out/bin/python3.13" $level -m compileall -q "$stdlib"; done
grep -q "$bash" "$stdlib/subprocess.py"
grep -q "$tools" "$stdlib"/_sysconfigdata*.py
