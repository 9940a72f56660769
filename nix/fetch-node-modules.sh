# Usage: fetch-node-modules.sh PACKAGE_JSON PACKAGE_LOCK SYSTEM FOLDER
# Installs the packages of a lock for SYSTEM, whichever npm from 10 on and machine run this.
set -eu
case $3 in
  x86_64-linux) cpu=x64 ;;
  aarch64-linux) cpu=arm64 ;;
esac

if [ "$(npm --version | cut -d. -f1)" -lt 10 ]; then
  echo "npm $(npm --version) can't install for another system: 10 or newer is needed" >&2
  exit 1
fi

mkdir "$4"
cp "$1" "$4/package.json"
cp "$2" "$4/package-lock.json"
cd "$4"
npm ci --loglevel=error --ignore-scripts --no-audit --no-fund --os linux --cpu "$cpu" --libc glibc

# What differs from one npm to the next.
rm node_modules/.package-lock.json package.json package-lock.json
find node_modules -type d -empty -delete
