"""All settings, read once at start from the environment and `.env`, checked, then frozen."""

import os
from collections.abc import Callable, Mapping
from dataclasses import Field, dataclass, field, fields
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from dotenv import dotenv_values

from clockwork import values
from clockwork.errors import SettingError
from clockwork.values import SQLITE_SCHEMES, Network, NotAllowedError

SECRETS = ("DATABASE_URL",)
# An empty text sets these to nothing; it leaves the others at their defaults.
MAY_BE_EMPTY = ("STATIC_DIR",)


def setting(default: Any, parse: Callable[[str], Any], **options: Any) -> Any:
    """A setting with its default and the kind of value that it has."""
    return field(default=default, metadata={"parse": parse}, **options)


def packaged(inside: str, in_checkout: str) -> Path:
    """A folder that a wheel brings along; in a checkout it lies where it is made."""
    brought = Path(__file__).parent / inside
    return brought if brought.is_dir() else Path(in_checkout)


@dataclass(frozen=True)
class Settings:
    """Everything that can be set. README.md has the table; a test holds the two together."""

    # ruff: noqa: RUF009 - each default is made once, and none can change
    database_url: str = setting("sqlite:///data/clockwork.db", values.database_url, repr=False)
    db_auto_migrate: bool = setting(True, values.boolean)
    migrations_dir: Path = setting(packaged("migrations", "migrations"), Path)
    host: str = setting("127.0.0.1", str)
    port: int = setting(8080, values.whole(0, 65535))
    env: str = setting("development", values.one_of("development", "production"))
    static_dir: Path | None = setting(packaged("static", "static-src/dist"), values.folder)
    allowed_origins: tuple[str, ...] = setting((), values.origins)
    allowed_hosts: tuple[str, ...] = setting((), values.listed)
    public_url: str = setting("", values.origin)
    auth_mode: str = setting("none", values.one_of("none", "password", "proxy"))
    proxy_user_header: str = setting("Remote-User", str)
    proxy_admins: tuple[str, ...] = setting((), values.listed)
    allow_anonymous: bool = setting(False, values.boolean)
    threads: int = setting(4, values.whole(1, 256))
    trusted_proxy: tuple[Network, ...] = setting((), values.networks)
    log_level: str = setting("INFO", values.one_of("DEBUG", "INFO", "WARNING", "ERROR"))
    log_format: str = setting("text", values.one_of("json", "text"))
    allow_overlaps: bool = setting(False, values.boolean)
    db_timeout: float = setting(10.0, values.decimal(0.1, 3600))
    db_wait_seconds: float = setting(120.0, values.decimal(0, 86400))
    db_prepare: bool = setting(True, values.boolean)
    drain_seconds: float = setting(3.0, values.decimal(0, 3600))
    max_body_bytes: int = setting(1024 * 1024, values.whole(1024, 1024**3))
    metrics_port: int | None = setting(None, values.whole(0, 65535))
    otel_exporter_otlp_endpoint: str = setting("", str)

    @property
    def is_production(self) -> bool:
        """Whether strict defaults apply."""
        return self.env == "production"

    @property
    def uses_sqlite(self) -> bool:
        """Whether the database is a file of our own."""
        return urlsplit(self.database_url).scheme in SQLITE_SCHEMES


def load_settings(environ: Mapping[str, str] | None = None, dotenv: Path | None = None) -> Settings:
    """Read the settings; the environment wins over `.env`, `NAME_FILE` serves secrets.

    Raises SettingError, which names the variable and what it may be; a secret is never repeated.
    """
    written = _gather(os.environ if environ is None else environ, dotenv or Path(".env"))
    given = {one.name: _parse(one, written[one.name.upper()])
             for one in fields(Settings) if _is_given(one.name.upper(), written)}  # fmt: skip
    settings = Settings(**{**_other_defaults(Settings(**given)), **given})
    _check_together(settings)
    return settings


def log_format(environ: Mapping[str, str] | None = None) -> str:
    """LOG_FORMAT as far as it can be told: what is wrong with a setting is said in it too."""
    given = {**dotenv_values(Path(".env")), **(os.environ if environ is None else environ)}
    by_default = "json" if given.get("ENV") == "production" else "text"
    return given.get("LOG_FORMAT") or by_default


def exposed_secrets(environ: Mapping[str, str] | None = None) -> list[Path]:
    """Files that hold a secret, belong to this user, and that others on the machine can read.

    What somebody else owns, or what is mounted read-only as in Kubernetes, is not theirs to mend.
    """
    given = os.environ if environ is None else environ
    named = [Path(given[name]) for secret in SECRETS if given.get(name := f"{secret}_FILE")]
    dotenv = Path(".env")
    # Without an @ there is no password in it.
    if any("@" in (dotenv_values(dotenv).get(secret) or "") for secret in SECRETS):
        named.append(dotenv)
    return [file for file in named if _is_exposed(file)]


def _is_exposed(file: Path) -> bool:
    found = file.stat()
    is_fixed = bool(os.statvfs(file).f_flag & os.ST_RDONLY)
    return bool(found.st_mode & 0o077) and found.st_uid == os.getuid() and not is_fixed


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _is_given(name: str, written: Mapping[str, str]) -> bool:
    return name in written if name in MAY_BE_EMPTY else bool(written.get(name))


def _other_defaults(given: Settings) -> dict[str, Any]:
    """Defaults that depend on other settings."""
    strict = {"auth_mode": "password", "log_format": "json"} if given.is_production else {}
    # Where several servers may share a database, somebody decides when its schema changes.
    return {"db_auto_migrate": given.uses_sqlite, **strict}


def _gather(environ: Mapping[str, str], dotenv: Path) -> dict[str, str]:
    written = {name: value or "" for name, value in dotenv_values(dotenv).items()}
    found = {**written, **environ}
    for name in SECRETS:
        file = found.get(f"{name}_FILE")
        if not file:
            continue
        if found.get(name):
            raise SettingError(f"{name} and {name}_FILE are both set; set one of them.")
        found[name] = _read_secret(name, Path(file))
    return found


def _read_secret(name: str, file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise SettingError(f"{name}_FILE: {file} can't be read: {reason}.") from None


def _parse(one: "Field[Any]", text: str) -> Any:
    name = one.name.upper()
    try:
        return one.metadata["parse"](text)
    except NotAllowedError as error:
        # A secret is not repeated, not even a wrong one.
        what = f"{name} can't be used" if name in SECRETS else f"{name} is {text!r}"
        raise SettingError(f"{what}; allowed: {error}.") from None


def _check_together(settings: Settings) -> None:
    if settings.auth_mode == "proxy" and not settings.trusted_proxy:
        raise SettingError(
            "AUTH_MODE is proxy and TRUSTED_PROXY is empty: anybody could claim to be anybody. "
            "Name the proxy's address or network in TRUSTED_PROXY."
        )
    if settings.metrics_port and settings.metrics_port == settings.port:
        raise SettingError("METRICS_PORT is also PORT; metrics are never on the public port.")
    if settings.is_production:
        _check_production(settings)


def _check_production(settings: Settings) -> None:
    for name in ("allowed_origins", "allowed_hosts"):
        if "*" in getattr(settings, name):
            raise SettingError(f"{name.upper()} may not be * in production; name each one.")
    if settings.auth_mode == "none" and not (
        is_loopback(settings.host) or settings.allow_anonymous
    ):
        raise SettingError(
            f"AUTH_MODE is none and HOST is {settings.host!r} in production: anybody who reaches "
            "the port could change everything. Set a loopback HOST or ALLOW_ANONYMOUS=true."
        )
    if settings.static_dir and not (settings.static_dir / "index.html").is_file():
        raise SettingError(
            f"STATIC_DIR is {str(settings.static_dir)!r}, which holds no index.html; build the "
            "page, or set STATIC_DIR to nothing to serve only the API."
        )
