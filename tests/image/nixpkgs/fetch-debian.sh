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
  binutils-x86-64-linux-gnu libbinutils libsframe1 libgcc-s1 libstdc++6
  python3.13-minimal libpython3.13-minimal libpython3.13-stdlib libpython3.13 python3-pip-whl
  libssl3t64 libsqlite3-0 libffi8 zlib1g libbz2-1.0 liblzma5 libexpat1 libncursesw6 libtinfo6
  libreadline8t64 libuuid1 libzstd1 libdb5.3t64
"

# One apt configuration of our own: the machine's source and keys, another release, nothing shared.
configure_apt() {
  mkdir -p "$1/lists/partial" "$1/cache/archives/partial" "$1/parts"
  here=$(. /etc/os-release && echo "$VERSION_CODENAME")
  for sources in /etc/apt/sources.list /etc/apt/sources.list.d/debian.sources; do
    [ ! -s "$sources" ] || sed "s/$here/$suite/g" "$sources" > "$1/parts/$(basename "$sources")"
  done
  cat > "$1/apt.conf" <<CONF
Dir::Etc::sourcelist "/dev/null";
Dir::Etc::sourceparts "$1/parts";
Dir::State::lists "$1/lists";
Dir::State::status "/dev/null";
Dir::Cache "$1/cache";
APT::Sandbox::User "root";
CONF
  export APT_CONFIG="$1/apt.conf"
}

unpack_packages() {
  configure_apt "$work/apt"
  apt-get -qq update
  (mkdir "$work/debs" && cd "$work/debs" && apt-get -qq download $packages)
  for package in "$work"/debs/*.deb; do dpkg-deb -x "$package" "$work/debian"; done
  (cd "$work/debian" && rm -rf usr/share/doc usr/share/man usr/share/locale \
    usr/share/info usr/share/i18n usr/lib/*/gconv usr/lib/*/*.a usr/sbin etc var)
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
mkdir "$work/debian"
unpack_packages
copy_node "$work/debian/node"
cp -L /etc/ssl/certs/ca-certificates.crt "$work/debian/ca-bundle.crt"
cp "$1" "$work/debian/made-by"
mv "$work/debian" debian.part
mv debian.part debian
