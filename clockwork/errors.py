"""What can go wrong, in the tracker's own terms. Nothing here knows of HTTP."""

from collections.abc import Mapping
from typing import Any


class ClockworkError(Exception):
    """Base of every refusal: `code` for programs, the message for people."""

    def __init__(self, code: str, message: str, details: Mapping[str, Any] | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.details = details


class InvalidError(ClockworkError):
    """The request can't mean anything; nothing was looked up or changed."""


class NotFoundError(ClockworkError):
    """The thing does not exist, or not for the acting person."""

    def __init__(self, what: str) -> None:
        super().__init__("not_found", f"There is no such {what}.")


class ConflictError(ClockworkError):
    """A rule of the tracker forbids it as things stand."""


class ChangedError(ClockworkError):
    """Somebody changed the object since the caller read it; `present` is how it is now."""

    def __init__(self, present: object) -> None:
        super().__init__("changed", "This was changed meanwhile. Look at it again, then repeat.")
        self.present = present


class ForbiddenError(ClockworkError):
    """The caller may not do this."""


class UnauthenticatedError(ClockworkError):
    """The caller did not prove who they are."""

    def __init__(self, message: str = "Sign in first.", code: str = "unauthenticated") -> None:
        super().__init__(code, message)


class ThrottledError(ClockworkError):
    """Too many tries; `retry_after` seconds from now the next one is looked at."""

    def __init__(self, retry_after: int) -> None:
        super().__init__("too_many_tries", f"Too many tries; wait {retry_after} s.")
        self.retry_after = retry_after


class UnavailableError(ClockworkError):
    """The database can't be used right now; trying again later helps."""


class StorageFullError(ClockworkError):
    """The disk that holds the database is full."""


class SettingError(Exception):
    """A setting has a value that can't be used; the message names it and what is allowed."""


class MigrationError(Exception):
    """A migration could not be run; the message names it and says why."""


class BackupError(Exception):
    """A backup can't be made or restored; the message says why. Nothing was changed."""
