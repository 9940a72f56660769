"""Settings: read once, checked, and documented."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from psycopg2.extensions import parse_dsn

from clockwork.config import Settings, exposed_secrets, load_settings
from clockwork.errors import SettingError
from tests.servers import ROOT

NOWHERE = Path("/nowhere/.env")


def load(**environ):
    return load_settings(environ, NOWHERE)


def test_without_settings_it_is_a_local_tracker_on_sqlite():
    settings = load()

    assert settings.database_url == "sqlite:///data/clockwork.db"
    assert settings.db_auto_migrate
    assert (settings.host, settings.port) == ("127.0.0.1", 8080)
    assert settings.log_format == "text"
    assert settings.auth_mode == "none"


def test_postgres_is_not_migrated_by_itself():
    for scheme in ("postgres", "postgresql"):
        settings = load(DATABASE_URL=f"{scheme}://u:p@h/d")
        assert settings.database_url == "postgresql://u:p@h/d"
        assert not settings.db_auto_migrate
    assert load(DATABASE_URL="postgres://h/d", DB_AUTO_MIGRATE="true").db_auto_migrate


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "x"), ("PORT", "-1"), ("PORT", "65536"), ("ENV", "prod"), ("THREADS", "0"),
        ("LOG_LEVEL", "LOUD"), ("LOG_FORMAT", "xml"), ("DB_AUTO_MIGRATE", "maybe"),
        ("ALLOW_OVERLAPS", "2"), ("ALLOWED_ORIGINS", "example.com"), ("AUTH_MODE", "magic"),
        ("ALLOWED_ORIGINS", "https://a.example/path"), ("PUBLIC_URL", "ftp://a.example"),
        ("TRUSTED_PROXY", "10.0.0.0/33"), ("DRAIN_SECONDS", "nan"), ("DRAIN_SECONDS", "-1"),
        ("MAX_BODY_BYTES", "1e6"), ("METRICS_PORT", "x"), ("METRICS_PORT", "65536"),
    ],
)  # fmt: skip
def test_an_unknown_value_names_the_variable_and_what_is_allowed(name, value):
    with pytest.raises(SettingError, match=rf"^{name} is .*allowed: "):
        load(**{name: value})


@pytest.mark.parametrize(
    "url",
    ["mysql://u:hunter2@h/d", "sqlite://", "sqlite:///", "sqlite://:memory:", "hunter2",
     "postgresql://u:p@hunter2@h/d", "postgresql://u:hunter2/p@h/d", "postgresql://u:1/hunter2@h/d",
     "postgresql://u:1?hunter2@h/d", "postgresql://u:hunter2%zz@h/d", "postgresql://h:hunter2/d",
     "postgresql://u:[hunter2@h/d", "postgresql://u:hunter2@[h/d", "postgresql://h/d?hunter2"],
)  # fmt: skip
def test_another_database_is_refused_without_repeating_the_url(url):
    with pytest.raises(SettingError, match="DATABASE_URL") as refused:
        load(DATABASE_URL=url)
    assert "hunter2" not in str(refused.value)


@pytest.mark.parametrize(
    "rest",
    ["/d", "/d?host=/run/postgresql&user=u", "h", "h:5432/d", "u@h/d", "u:p:q#r s@h/d", "u:%40@h/d",
     "u:p@[::1]:5432/d", "u:p@h1:1,h2:2/d?sslmode=verify-full&target_session_attrs=read-write"],
)  # fmt: skip
def test_what_libpq_reads_rightly_is_accepted(rest):
    url = f"postgresql://{rest}"

    assert load(DATABASE_URL=url).database_url == url
    assert parse_dsn(url)


def test_files_with_secrets_that_others_can_read_are_found(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    secret, dotenv = tmp_path / "url", tmp_path / ".env"
    secret.write_text("postgresql://u:p@h/d")
    environ = {"DATABASE_URL_FILE": str(secret)}
    for mode, found in ((0o644, [secret]), (0o640, [secret]), (0o600, []), (0o400, [])):
        secret.chmod(mode)
        assert exposed_secrets(environ) == found

    dotenv.write_text("DATABASE_URL=sqlite:///a.db")
    assert exposed_secrets({}) == []
    dotenv.write_text("DATABASE_URL=postgresql://u:p@h/d")
    assert exposed_secrets({}) == [Path(".env")]


def test_a_secret_may_come_from_a_file(tmp_path):
    file = tmp_path / "url"
    file.write_text("postgres://u:hunter2@h/d\n")

    settings = load(DATABASE_URL_FILE=str(file))

    assert settings.database_url == "postgresql://u:hunter2@h/d"
    assert "hunter2" not in repr(settings)
    with pytest.raises(SettingError, match="both set"):
        load(DATABASE_URL_FILE=str(file), DATABASE_URL="sqlite:///a.db")
    with pytest.raises(SettingError, match="DATABASE_URL_FILE"):
        load(DATABASE_URL_FILE=str(tmp_path / "missing"))


def test_the_environment_wins_over_the_file(tmp_path):
    dotenv = tmp_path / ".env"
    dotenv.write_text("PORT=1111\nHOST=127.0.0.2\n")

    settings = load_settings({"PORT": "2222"}, dotenv)

    assert (settings.host, settings.port) == ("127.0.0.2", 2222)


def test_metrics_are_off_and_never_on_the_public_port():
    assert load().metrics_port is None
    assert load(METRICS_PORT="9090").metrics_port == 9090
    with pytest.raises(SettingError, match="METRICS_PORT"):
        load(METRICS_PORT="8080")


@pytest.fixture
def page(tmp_path):
    (tmp_path / "index.html").touch()
    return str(tmp_path)


def test_production_is_strict(page):
    production = {"ENV": "production", "STATIC_DIR": page, "AUTH_MODE": "none"}

    assert load(**production).log_format == "json"
    for wrong in (
        {"ALLOWED_ORIGINS": "*"},
        {"ALLOWED_HOSTS": "*"},
        {"HOST": "0.0.0.0"},
        {"STATIC_DIR": "/nowhere"},
    ):
        with pytest.raises(SettingError, match=next(iter(wrong))):
            load(**{**production, **wrong})
    assert load(**production, HOST="0.0.0.0", ALLOW_ANONYMOUS="true").allow_anonymous
    assert load(**{**production, "STATIC_DIR": ""}).static_dir is None


def test_every_setting_is_in_the_readme_and_nothing_else():
    table = re.findall(r"^\| (`[A-Z].*?) \|", (ROOT / "README.md").read_text(), re.MULTILINE)
    documented = {name for cell in table for name in re.findall(r"`([A-Z_]+)`", cell)}
    settings = {field.name.upper() for field in fields(Settings)} | {"DATABASE_URL_FILE"}

    assert documented == settings


# What compose.yml reads besides the settings.
OF_COMPOSE = {
    "CLOCKWORK_IMAGE", "POSTGRES_GID", "POSTGRES_IMAGE", "POSTGRES_PASSWORD",
    "POSTGRES_PASSWORD_FILE", "POSTGRES_PORT", "POSTGRES_UID", "SERVER_ADDRESS", "SERVER_PORT",
}  # fmt: skip


def test_the_example_has_every_setting_and_each_line_of_it_is_valid(page):
    lines = re.findall(
        r"^(?:# )?([A-Z_]+)=(.*)$", (ROOT / ".env.example").read_text(), re.MULTILINE
    )
    written = dict(lines)
    settings = {field.name.upper() for field in fields(Settings)} | {"DATABASE_URL_FILE"}

    assert len(written) == len(lines)
    assert set(written) == settings | OF_COMPOSE
    assert written["POSTGRES_PASSWORD"] == ""
    for name in settings - {"DATABASE_URL_FILE"}:
        load(**{name: written[name]})


def test_compose_passes_every_setting_on():
    compose = (ROOT / "compose.yml").read_text()
    passed = set(re.findall(r"^  ([A-Z_]+): \$\{\1", compose, re.MULTILINE))
    settings = {field.name.upper() for field in fields(Settings)}
    read = set(re.findall(r"\$\{([A-Z_]+)", compose))

    # Inside the container these are fixed; what is published decides where it is reached.
    assert passed == settings - {"HOST", "PORT"}
    assert read - passed == OF_COMPOSE - {"POSTGRES_PASSWORD_FILE"}


def test_every_setting_and_header_of_the_security_page_exists():
    page = (ROOT / "docs" / "security.md").read_text()
    source = "\n".join(file.read_text() for file in (ROOT / "clockwork").rglob("*.py"))
    settings = {field.name.upper() for field in fields(Settings)}

    named = re.findall(r"`([A-Z]+_[A-Z_]+|HOST)(?:=[^`]*)?`", page)
    named += re.findall(r"^    ([A-Z]+_[A-Z_]+)=", page, re.MULTILINE)
    assert len(named) > 10
    assert set(named) <= settings
    headers = re.findall(r"`([A-Z][a-zA-Z]*(?:-[A-Z][a-zA-Z]*)+)`", page)
    assert len(headers) > 8
    for header in headers:
        assert header in source, header
