#!/bin/sh
# Check for what a make target needs, and on Debian as root install it.
# Usage: tests/tools.sh run | lint | test
set -eu

fail() {
    echo "clockwork: $*" >&2
    exit 1
}

check_python() {
    command -v "$PYTHON" >/dev/null || fail "Python 3.11 or newer is missing: https://www.python.org/downloads/, or apt-get install python3 python3-venv"
    "$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || fail "$("$PYTHON" --version) is too old: 3.11 or newer is needed; name another with: make PYTHON=python3.13 run"
    "$PYTHON" -c 'import ensurepip, venv' || fail "Python's venv is missing: apt-get install python3-venv"
}

check_node() {
    command -v node >/dev/null && command -v npm >/dev/null || fail "Node.js 20.19 or newer with npm is missing: https://nodejs.org/en/download"
    node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' || fail "Node.js $(node --version) is too old: 20.19 or newer is needed: https://nodejs.org/en/download"
}

have_postgres() {
    command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1
}

have_pgbouncer() {
    command -v pgbouncer >/dev/null || [ -x /usr/sbin/pgbouncer ]
}

have_chromium() {
    command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null
}

install_test_tools() {
    missing=""
    have_postgres || missing="$missing postgresql"
    have_pgbouncer || missing="$missing pgbouncer"
    have_chromium || missing="$missing chromium"
    command -v khal >/dev/null || missing="$missing khal"
    command -v vdirsyncer >/dev/null || missing="$missing vdirsyncer"
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Installing$missing"
        apt-get update -qq
        # shellcheck disable=SC2086
        DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $missing >/dev/null
    else
        fail "missing for the tests:$missing; install them with your system's packages"
    fi
}

# Its package on PyPI fetches the program from elsewhere, so it is built: ten seconds, once.
install_actionlint() {
    command -v actionlint >/dev/null || [ -x .make/bin/actionlint ] && return 0
    command -v go >/dev/null || fail "actionlint, which checks the workflows, is missing, and Go 1.21 or newer to build it: https://go.dev/dl"
    echo "Building actionlint"
    GOBIN="$PWD/.make/bin" CGO_ENABLED=0 go install -trimpath -ldflags=-s github.com/rhysd/actionlint/cmd/actionlint@v1.7.12
}

case "$1" in
    run) check_python && check_node ;;
    lint) install_actionlint ;;
    test) check_python && check_node && install_test_tools ;;
    *) fail "tests/tools.sh run | lint | test" ;;
esac
