# Usage: compile.sh PYTHON FOLDER
# Leaves of each module its bytecode, which is as large as its source and the same at each build. It
# is not checked against a source, and still knows the file and the lines that tracebacks name.
set -eu
PYTHONHASHSEED=0 "$1" -B -m compileall -q -b --invalidation-mode unchecked-hash "$2"
find "$2" -name '*.py' -delete
