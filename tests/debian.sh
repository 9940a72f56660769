#!/bin/sh
# Unpacks packages of another Debian release into a folder, with no effect on the machine's own.
# Usage: debian.sh RELEASE FOLDER PACKAGE…
# Beside the files it leaves `versions`: a line for each package, its name and version.
set -eu
release=$1
folder=$2
shift 2

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/parts" "$work/debs" "$folder"

# One apt configuration of our own: the machine's source and keys, another release, nothing shared.
here=$(. /etc/os-release && echo "$VERSION_CODENAME")
for sources in /etc/apt/sources.list /etc/apt/sources.list.d/debian.sources; do
  [ ! -s "$sources" ] || sed "s/$here/$release/g" "$sources" > "$work/parts/$(basename "$sources")"
done
cat > "$work/apt.conf" <<CONF
Dir::Etc::sourcelist "/dev/null";
Dir::Etc::sourceparts "$work/parts";
Dir::State::lists "$work/lists";
Dir::State::status "/dev/null";
Dir::Cache "$work/cache";
APT::Sandbox::User "root";
CONF
export APT_CONFIG="$work/apt.conf"
apt-get -qq update
(cd "$work/debs" && apt-get -qq download "$@")
for package in "$work"/debs/*.deb; do
  dpkg-deb -x "$package" "$folder"
  dpkg-deb -W --showformat='${Package} ${Version}\n' "$package"
done > "$folder/versions"
