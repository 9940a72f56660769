# Usage: fetch-node-modules.sh LOCK SYSTEM FOLDER
# Installs the packages of a lock, with package.json beside it, for SYSTEM, whichever npm from 10 on
# and machine run this.
set -eu
case $2 in
  x86_64-linux) cpu=x64 ;;
  aarch64-linux) cpu=arm64 ;;
esac

if [ "$(npm --version | cut -d. -f1)" -lt 10 ]; then
  echo "npm $(npm --version) can't install for another system: 10 or newer is needed" >&2
  exit 1
fi

mkdir "$3"
cp "$1" "$(dirname "$1")/package.json" "$3"
cd "$3"
npm ci --loglevel=error --ignore-scripts --no-audit --no-fund --os linux --cpu "$cpu" --libc glibc

# What differs from one npm to the next.
rm node_modules/.package-lock.json package.json package-lock.json
find node_modules -type d -empty -delete
