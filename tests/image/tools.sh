#!/bin/sh
# What the tests of the image need: on Debian as root it is installed, elsewhere named.
set -eu
cd "$(dirname "$0")"

missing=""
need() { # command, Debian's package
  command -v "$1" >/dev/null || missing="$missing $2"
}
need nix nix-bin
need podman podman
need runc runc
need dockerd docker.io
need openssl openssl
need git git
need skopeo skopeo
need jq jq
need curl curl
need systemd-analyze systemd
[ -x /usr/lib/podman/netavark ] || missing="$missing netavark"
[ -x /usr/lib/podman/aardvark-dns ] || missing="$missing aardvark-dns"
command -v iptables >/dev/null || missing="$missing iptables"

if [ -n "$missing" ]; then
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "clockwork: missing for the tests of the image:$missing; they run as root on Debian" >&2
    exit 1
  fi
  echo "Installing$missing"
  apt-get update -qq
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $missing >/dev/null
fi

# Newer ones than this release has; unpacked, as a package of a registry would start one.
tools=$PWD/../../.make/image
[ -x "$tools/usr/bin/docker-registry" ] || {
  echo "Fetching cosign and docker-registry of Debian forky"
  rm -rf "$tools"
  ../debian.sh forky "$tools" cosign docker-registry
}

nixpkgs/fetch-debian.sh
