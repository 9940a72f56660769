# Usage: fetch-wheels.sh LOCK SYSTEM FOLDER
# Downloads the wheels of a lock for CPython 3.13 on SYSTEM, whichever Python and machine run this.
set -eu
machine=${2%-linux}

python3 -m pip download --quiet --disable-pip-version-check --no-cache-dir \
  --require-hashes --no-deps --only-binary=:all: \
  --implementation cp --python-version 3.13 --abi cp313 --abi abi3 \
  --platform "manylinux_2_28_$machine" \
  --platform "manylinux_2_17_$machine" \
  --platform "manylinux2014_$machine" \
  --requirement "$1" --dest "$3"
