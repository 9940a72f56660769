# Usage: compile.sh FOLDER [LEVEL]
# Leaves of each module its bytecode, which is as large as its source and the same at each build. It
# is not checked against a source, and still knows the file and the lines that tracebacks name. Of
# what others wrote, level 2 leaves out what only people read in a source, a tenth of it.
set -eu
PYTHONHASHSEED=0 python3 -m compileall -q -b -o "${2:-0}" --invalidation-mode unchecked-hash "$1"
find "$1" -name '*.py' -delete
