"""Texts in the cells of a table, written so that they can be read back. Pure."""

import re
from collections.abc import Sequence

# What a spreadsheet takes for a formula (OWASP, "CSV Injection"), or what we made of such a text.
FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would run a text, or take it for one that was defused."""
    return FORMULA.match(text) is not None


def defuse(text: str) -> str:
    """The same with an apostrophe before it, if a spreadsheet would run it."""
    return f"'{text}" if is_formula(text) else text


def restore(text: str) -> str:
    """What was defused."""
    return text[1:] if text.startswith("'") and is_formula(text) else text


def join(names: Sequence[str], separator: str) -> str:
    """Several names in one cell; one that holds the separator's sign is quoted, as in CSV."""
    sign = separator.strip()
    return separator.join(_quoted(name, sign) for name in names)


def split(text: str, separator: str) -> list[str]:
    """The names that were joined."""
    one = re.compile(rf'(?:"((?:[^"]|"")*)"|([^"]+?))(?:{re.escape(separator)}|\Z)')
    return [(quoted or "").replace('""', '"') or plain for quoted, plain in one.findall(text)]


def clock(seconds: int) -> str:
    """A duration as H:MM:SS, with as many hours as there are."""
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _quoted(name: str, sign: str) -> str:
    doubled = name.replace('"', '""')
    return f'"{doubled}"' if sign in name or '"' in name else name
