"""What people may write: names, tags, notes. All pure; each raises InvalidError."""

import unicodedata

from clockwork.errors import InvalidError

NAME_LENGTH = 200
TEXT_LENGTH = 10_000
TAG_LENGTH = 64
TAG_COUNT = 32  # on one entry


def plain(text: str, most: int, what: str, code: str = "invalid_json") -> str:
    """Any text of up to `most` characters that every database can hold."""
    if "\0" in text:
        raise InvalidError(code, f"{what} may not hold NUL characters.")
    if len(text) > most:
        raise InvalidError(code, f"{what} may have at most {most:,} characters.")
    return text


def name(text: str, code: str = "invalid_json") -> str:
    """A trimmed, NFC name of 1 to 200 characters."""
    found = unicodedata.normalize("NFC", text.strip())
    if not found:
        raise InvalidError(code, "A name is needed.")
    return plain(found, NAME_LENGTH, "A name", code)


def note(text: str) -> str:
    """A description or note of up to 10,000 characters."""
    return plain(text, TEXT_LENGTH, "A description or note")


def tag(text: str) -> str:
    """A trimmed, NFC tag of 1 to 64 characters, none of them a control character."""
    found = unicodedata.normalize("NFC", text.strip())
    if not found or any(unicodedata.category(character) == "Cc" for character in found):
        raise InvalidError("invalid_json", "A tag needs letters and no control characters.")
    return plain(found, TAG_LENGTH, "A tag")
