"""What people may write: names, tags, notes. All pure; each raises InvalidError.

How long a text is comes before all that takes longer than that: normalising takes its square.
"""

import re
import unicodedata

from clockwork.errors import InvalidError

NAME_LENGTH = 200
TEXT_LENGTH = 10_000
TAG_LENGTH = 64
TAG_COUNT = 32  # on one entry

# No character comes apart into more (Unicode's greatest expansion in NFD), so a text that is more
# than so many times too long stays too long when it is put together.
PARTS = 4

# What ends lines or steers terminals. Joiners and marks of direction belong to some names.
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def plain(text: str, most: int, what: str, code: str = "invalid_json") -> str:
    """Any text of up to `most` characters that every database can hold."""
    if "\0" in text:
        raise InvalidError(code, f"{what} may not hold NUL characters.")
    if len(text) > most:
        raise InvalidError(code, f"{what} may have at most {most:,} characters.")
    return text


def name(text: str, code: str = "invalid_json") -> str:
    """A trimmed, NFC name of 1 to 200 characters, none of them a control character."""
    return _label(text, NAME_LENGTH, "A name", code)


def tag(text: str) -> str:
    """A trimmed, NFC tag of 1 to 64 characters, none of them a control character."""
    return _label(text, TAG_LENGTH, "A tag", "invalid_json")


def _label(text: str, most: int, what: str, code: str) -> str:
    trimmed = text.strip()
    if len(trimmed) <= most * PARTS:
        trimmed = unicodedata.normalize("NFC", trimmed)
    found = plain(trimmed, most, what, code)
    if not found:
        raise InvalidError(code, f"{what} is needed.")
    if CONTROL.search(found):
        raise InvalidError(code, f"{what} may not hold control characters.")
    return found
