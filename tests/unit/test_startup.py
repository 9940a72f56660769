"""What is loaded before the server listens: each takes its time of every start."""

import subprocess
import sys

from tests.servers import ROOT

# Flask and Werkzeug bring most of these; what else there is stands in the next test.
PACKAGES = {
    *("_argon2_cffi_bindings", "_cffi_backend", "argon2", "blinker", "click", "dotenv", "flask"),
    *("itsdangerous", "jinja2", "markupsafe", "msgspec", "peewee", "playhouse", "psycopg2"),
    *("typing_extensions", "waitress", "werkzeug"),
}
LOOK = """
import sys
from clockwork.app import create_app
from clockwork.config import Settings
import clockwork.cli.main, clockwork.server.serve
create_app(Settings(database_url="sqlite:///x.db"))
print(*sys.modules, sep="\\n")
"""


def loaded() -> set[str]:
    done = subprocess.run(
        [sys.executable, "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}; {LOOK}"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return set(done.stdout.split())


def test_serving_loads_no_other_packages() -> None:
    roots = {name.partition(".")[0] for name in loaded()} - sys.stdlib_module_names
    assert {root for root in roots if not root.startswith(("_sysconfig", "__"))} - {
        "clockwork"
    } == PACKAGES


def test_what_is_used_later_is_loaded_later() -> None:
    later = {
        *("opentelemetry", "prometheus_client", "peewee_migrate", "clockwork.backup.restore"),
        *("clockwork.cli.demo", "clockwork.observability.metrics", "asyncio", "unittest", "xml"),
    }
    assert not {name for name in loaded() if name in later or name.partition(".")[0] in later}
