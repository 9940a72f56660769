#!/bin/sh
# What the tests of deployment need. On Debian as root it is installed; compose, kubectl and
# Prometheus are taken out of the packages of a newer release into .make/deploy, where Helm and a
# server that speaks S3 are built.
set -eu
cd "$(dirname "$0")/../.."
tests/image/tools.sh

suite=trixie
tools=$PWD/.make/deploy

build() { # command, its package and version
  ! command -v "$1" >/dev/null && [ ! -x "$tools/bin/$1" ] || return 0
  command -v go >/dev/null || {
    echo "clockwork: missing for the tests of deployment: $1, or go to build it" >&2
    exit 1
  }
  echo "Building $1"
  GOBIN="$tools/bin" CGO_ENABLED=0 nice go install -trimpath -ldflags=-s "$2"
}
build helm helm.sh/helm/v3/cmd/helm@v3.22.0
build gofakes3 github.com/johannesboyne/gofakes3/cmd/gofakes3@v1.2.0

command -v rclone >/dev/null || {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || {
    echo "clockwork: missing for the tests of deployment: rclone" >&2
    exit 1
  }
  echo "Installing rclone"
  DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends rclone >/dev/null
}

[ ! -x "$tools/bin/prometheus" ] || exit 0

if ! command -v apt-get >/dev/null; then
  docker compose version >/dev/null && command -v kubectl prometheus >/dev/null || {
    echo "clockwork: missing for the tests of deployment: docker compose, kubectl, prometheus" >&2
    exit 1
  }
  exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/parts" "$work/debs" "$tools/bin"
sed "s/$(. /etc/os-release && echo "$VERSION_CODENAME")/$suite/g" \
  /etc/apt/sources.list.d/debian.sources > "$work/parts/debian.sources"
cat > "$work/apt.conf" <<CONF
Dir::Etc::sourcelist "/dev/null";
Dir::Etc::sourceparts "$work/parts";
Dir::State::lists "$work/lists";
Dir::State::status "/dev/null";
Dir::Cache "$work/cache";
APT::Sandbox::User "root";
CONF
echo "Fetching docker-compose, kubectl and prometheus of Debian $suite"
export APT_CONFIG="$work/apt.conf"
apt-get -qq update
(cd "$work/debs" && apt-get -qq download docker-compose kubectl prometheus)
for package in "$work"/debs/*.deb; do dpkg-deb -x "$package" "$work/root"; done
mkdir -p "$tools/docker/cli-plugins"
cp "$work/root/usr/libexec/docker/cli-plugins/docker-compose" "$tools/docker/cli-plugins/"
cp "$work/root/usr/bin/kubectl" "$work/root/usr/bin/prometheus" "$tools/bin/"
