"""All settings, read once at start from the environment and `.env`, checked, then frozen."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from dotenv import dotenv_values

from clockwork.errors import SettingError

Network = IPv4Network | IPv6Network
T = TypeVar("T")

SQLITE_SCHEMES = ("sqlite",)
POSTGRES_SCHEMES = ("postgres", "postgresql")
AUTH_MODES = ("none", "password", "proxy")
SECRETS = ("DATABASE_URL",)


@dataclass(frozen=True)
class Settings:
    """Everything that can be set. README.md has the table; a test holds the two together."""

    database_url: str = field(default="sqlite:///data/clockwork.db", repr=False)
    db_auto_migrate: bool = True
    migrations_dir: Path = Path("migrations")
    host: str = "127.0.0.1"
    port: int = 8080
    env: str = "development"
    static_dir: Path | None = Path("static-src/dist")
    allowed_origins: tuple[str, ...] = ()
    allowed_hosts: tuple[str, ...] = ()
    public_url: str = ""
    auth_mode: str = "none"
    proxy_user_header: str = "Remote-User"
    proxy_admins: tuple[str, ...] = ()
    allow_anonymous: bool = False
    threads: int = 4
    trusted_proxy: tuple[Network, ...] = ()
    log_level: str = "INFO"
    log_format: str = "text"
    allow_overlaps: bool = False
    db_timeout: float = 10.0
    drain_seconds: float = 3.0
    max_body_bytes: int = 1024 * 1024
    metrics_port: int | None = None
    otel_exporter_otlp_endpoint: str = ""

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
    values = _gather(os.environ if environ is None else environ, dotenv or Path(".env"))
    env = _one_of(values, "ENV", "development", ("development", "production"))
    production = env == "production"
    database_url = _database_url(values.get("DATABASE_URL") or Settings.database_url)
    settings = Settings(
        database_url=database_url,
        db_auto_migrate=_boolean(values, "DB_AUTO_MIGRATE", database_url.startswith("sqlite")),
        migrations_dir=Path(values.get("MIGRATIONS_DIR") or "migrations"),
        host=values.get("HOST") or "127.0.0.1",
        port=_number(values, "PORT", 8080, 0, 65535),
        env=env,
        static_dir=_static_dir(values),
        allowed_origins=_origins(values, "ALLOWED_ORIGINS"),
        allowed_hosts=_list(values, "ALLOWED_HOSTS"),
        public_url=_public_url(values),
        auth_mode=_one_of(values, "AUTH_MODE", "password" if production else "none", AUTH_MODES),
        proxy_user_header=values.get("PROXY_USER_HEADER") or "Remote-User",
        proxy_admins=_list(values, "PROXY_ADMINS"),
        allow_anonymous=_boolean(values, "ALLOW_ANONYMOUS", default=False),
        threads=_number(values, "THREADS", 4, 1, 256),
        trusted_proxy=_networks(values, "TRUSTED_PROXY"),
        log_level=_one_of(values, "LOG_LEVEL", "INFO", ("DEBUG", "INFO", "WARNING", "ERROR")),
        log_format=_one_of(
            values, "LOG_FORMAT", "json" if production else "text", ("json", "text")
        ),
        allow_overlaps=_boolean(values, "ALLOW_OVERLAPS", default=False),
        db_timeout=_decimal(values, "DB_TIMEOUT", 10.0, 0.1, 3600.0),
        drain_seconds=_decimal(values, "DRAIN_SECONDS", 3.0, 0.0, 3600.0),
        max_body_bytes=_number(values, "MAX_BODY_BYTES", 1024 * 1024, 1024, 1024**3),
        metrics_port=_number(values, "METRICS_PORT", 0, 0, 65535)
        if values.get("METRICS_PORT")
        else None,
        otel_exporter_otlp_endpoint=values.get("OTEL_EXPORTER_OTLP_ENDPOINT") or "",
    )
    _check_together(settings)
    return settings


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _gather(environ: Mapping[str, str], dotenv: Path) -> dict[str, str]:
    written = {name: value or "" for name, value in dotenv_values(dotenv).items()}
    values = {**written, **environ}
    for name in SECRETS:
        file = values.get(f"{name}_FILE")
        if not file:
            continue
        if values.get(name):
            raise SettingError(f"{name} and {name}_FILE are both set; set one of them.")
        values[name] = _read_secret(name, Path(file))
    return values


def _read_secret(name: str, file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise SettingError(f"{name}_FILE: {file} can't be read: {reason}.") from None


def _refuse(name: str, value: str, allowed: str) -> SettingError:
    return SettingError(f"{name} is {value!r}; allowed: {allowed}.")


def _one_of(values: Mapping[str, str], name: str, default: str, allowed: tuple[str, ...]) -> str:
    value = values.get(name) or default
    found = {choice.lower(): choice for choice in allowed}.get(value.lower())
    if found is None:
        raise _refuse(name, value, ", ".join(allowed))
    return found


def _boolean(values: Mapping[str, str], name: str, default: bool) -> bool:
    value = (values.get(name) or str(default)).lower()
    if value in ("true", "1", "yes", "on"):
        return True
    if value in ("false", "0", "no", "off"):
        return False
    raise _refuse(name, value, "true or false")


def _parse(name: str, value: str, convert: Callable[[str], T], allowed: str) -> T:
    try:
        return convert(value)
    except ValueError:
        raise _refuse(name, value, allowed) from None


def _decimal(
    values: Mapping[str, str], name: str, default: float, least: float, most: float
) -> float:
    value = values.get(name) or str(default)
    allowed = f"a number from {least:g} to {most:g}"
    number = _parse(name, value, float, allowed)
    if not least <= number <= most:
        raise _refuse(name, value, allowed)
    return number


def _number(values: Mapping[str, str], name: str, default: int, least: int, most: int) -> int:
    value = values.get(name) or str(default)
    allowed = f"a whole number from {least} to {most}"
    number = _parse(name, value, int, allowed)
    if not least <= number <= most:
        raise _refuse(name, value, allowed)
    return number


def _list(values: Mapping[str, str], name: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in (values.get(name) or "").split(",") if part.strip())


def _networks(values: Mapping[str, str], name: str) -> tuple[Network, ...]:
    allowed = "comma-separated addresses or networks such as 10.0.0.0/8"
    return tuple(_parse(name, part, ip_network, allowed) for part in _list(values, name))


def _origins(values: Mapping[str, str], name: str) -> tuple[str, ...]:
    return tuple(part if part == "*" else _origin(name, part) for part in _list(values, name))


def _origin(name: str, value: str) -> str:
    parts = urlsplit(value)
    plain = f"{parts.scheme}://{parts.netloc}"
    if parts.scheme not in ("http", "https") or not parts.hostname or value.rstrip("/") != plain:
        raise _refuse(name, value, "http:// or https:// and a host, without a path")
    return plain.lower()


def _public_url(values: Mapping[str, str]) -> str:
    value = values.get("PUBLIC_URL") or ""
    return _origin("PUBLIC_URL", value) if value else ""


def _static_dir(values: Mapping[str, str]) -> Path | None:
    value = values.get("STATIC_DIR", "static-src/dist")
    return Path(value) if value else None


def _database_url(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme in POSTGRES_SCHEMES:
        return "postgresql://" + value.split("://", 1)[1]
    if parts.scheme in SQLITE_SCHEMES and not parts.netloc and len(parts.path) > 1:
        return value
    # The value may hold a password, so it is not repeated.
    raise SettingError(
        "DATABASE_URL can't be used; allowed: sqlite:///relative/file.db, "
        "sqlite:////absolute/file.db, postgresql://user:password@host/database."
    )


def _check_together(settings: Settings) -> None:
    if settings.auth_mode == "proxy" and not settings.trusted_proxy:
        raise SettingError(
            "AUTH_MODE is proxy and TRUSTED_PROXY is empty: anybody could claim to be anybody. "
            "Name the proxy's address or network in TRUSTED_PROXY."
        )
    if settings.metrics_port and settings.metrics_port == settings.port:
        raise SettingError("METRICS_PORT is also PORT; metrics are never on the public port.")
    if not settings.is_production:
        return
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
