# Usage: compile.sh FOLDER
# Leaves of each module its bytecode, which is as large as its source and the same at each build. It
# is not checked against a source, and still knows the file and the lines that tracebacks name.
set -eu
PYTHONHASHSEED=0 python3 -m compileall -q -b --invalidation-mode unchecked-hash "$1"
find "$1" -name '*.py' -delete
