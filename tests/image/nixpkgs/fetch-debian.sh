#!/bin/sh
# Fills ./debian with what the stand-in for nixpkgs is made of: packages of the Debian release that
# has Python 3.13, this machine's Node, and this machine's CA certificates.
set -eu
cd "$(dirname "$0")"
set -- "$PWD/$(basename "$0")"

suite=trixie
packages="
  bash coreutils findutils diffutils sed grep gawk tar gzip bzip2 xz-utils patch make file
  libmagic1t64 libmagic-mgc libacl1 libattr1 libselinux1 libpcre2-8-0 libcap2 libmpfr6 libgmp10
  libsigsegv2 libcrypt1 fakeroot libfakeroot patchelf tcc libc6 libc6-dev linux-libc-dev
  binutils-x86-64-linux-gnu libbinutils libctf0 libjansson4 libsframe1 libgcc-s1 libstdc++6
  python3.13-minimal libpython3.13-minimal libpython3.13-stdlib libpython3.13 python3-pip-whl
  libssl3t64 libsqlite3-0 libffi8 zlib1g libbz2-1.0 liblzma5 libexpat1 libncursesw6 libtinfo6
  libreadline8t64 libuuid1 libzstd1 libdb5.3t64
"

unpack_packages() {
  ../../debian.sh "$suite" "$1" $packages
  { cat "$1/versions" && dpkg-query -W --showformat='${Package} ${Version}\n' ca-certificates; } |
    upstream_versions > "$1/versions.json"
  (cd "$1" && rm -rf versions usr/share/doc usr/share/man usr/share/locale \
    usr/share/info usr/share/i18n usr/lib/*/gconv usr/lib/*/*.a usr/sbin etc var)
}

# What nixpkgs has in its names: without Debian's epoch, revision and remarks.
upstream_versions() {
  sed -E 's/ [0-9]+:/ /; s/( [^ ]*)-[^-]*$/\1/; s/ .*really/ /; s/[+.](dfsg|deb).*//; s/(.*) (.*)/"\1": "\2"/' |
    paste -sd, | sed 's/.*/{&}/'
}

# npm from 10 on can install for another system; an older one beside Node is replaced.
copy_node() {
  mkdir -p "$1/bin" "$1/lib/node_modules"
  cp "$(readlink -f "$(command -v node)")" "$1/bin/node"
  ldd "$1/bin/node" | awk '$3 ~ /^\// && $3 !~ /\/(libc|libm|libdl|libpthread|librt|libgcc_s|libstdc\+\+)\.so/ {print $3}' |
    xargs -r -I{} cp -L {} "$1/lib/"
  if [ "$(npm --version | cut -d. -f1)" -ge 10 ]; then
    cp -rL "$(dirname "$(dirname "$(readlink -f "$(command -v npm)")")")" "$1/lib/node_modules/npm"
  else
    npm install --silent --no-save --prefix "$work/npm" npm@11
    mv "$work/npm/node_modules/npm" "$1/lib/node_modules/npm"
  fi
}

if cmp --quiet "$1" debian/made-by; then exit 0; fi
rm -rf debian
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unpack_packages "$work/debian"
copy_node "$work/debian/node"
cp -L /etc/ssl/certs/ca-certificates.crt "$work/debian/ca-bundle.crt"
cp "$1" "$work/debian/made-by"
mv "$work/debian" debian.part
mv debian.part debian
