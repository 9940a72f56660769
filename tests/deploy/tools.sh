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
echo "Fetching docker-compose, kubectl and prometheus of Debian $suite"
tests/debian.sh "$suite" "$work" docker-compose kubectl prometheus
mkdir -p "$tools/bin" "$tools/docker/cli-plugins"
cp "$work/usr/libexec/docker/cli-plugins/docker-compose" "$tools/docker/cli-plugins/"
cp "$work/usr/bin/kubectl" "$work/usr/bin/prometheus" "$tools/bin/"
