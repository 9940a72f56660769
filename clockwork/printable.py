"""Text from outside as a log or a terminal may have it: it forges no line and gives no orders."""

import re

# Control characters, separators of lines, what turns the direction of writing, half characters.
UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    """The text with such characters escaped as Python has it."""
    return UNPRINTABLE.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def printable_json(text: str) -> str:
    """JSON on one line that says the same, with such characters escaped as JSON has it."""
    return UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
