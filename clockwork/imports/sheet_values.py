"""What the cells of an Excel workbook hold, as texts (ECMA-376 part 1). Pure."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from clockwork.imports.rows import UnreadableError

# Days are counted from here, and from 1904 in what old versions for the Mac made (18.17.4.1).
DAY_0 = datetime(1899, 12, 30)  # noqa: DTZ001 - cells have no zone
DAY_0_OF_1904 = datetime(1904, 1, 1)  # noqa: DTZ001
# Up to there a day is counted that never was, 29 February 1900.
FIRST_RIGHT_DAY = 60
MILLISECONDS = 86_400_000  # of a day; more precise than that no number of days is
LAST_DAY = 2_958_466  # 31 December 9999, and one

# The formats of numbers that have no code (18.8.30), by the letters that codes have for it.
BUILT_IN = {
    **dict.fromkeys((14, 15, 16, 17, *range(27, 37), *range(50, 59)), "d"),
    **dict.fromkeys((18, 19, 20, 21, 45, 47), "h"),
    22: "dh",
    46: "[h]",
}
UNSHOWN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]')
ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def kind_of(code: str) -> str:
    """What a format shows of a number of days: its day, its time, hours beyond 24."""
    shown = UNSHOWN.sub("", code.lower().partition(";")[0])
    if "[" in shown:
        return "[h]"
    # An m is minutes beside hours or seconds, else a month.
    time = "h" if "h" in shown or "s" in shown else ""
    return ("d" if "y" in shown or "d" in shown else "") + time


def local_name(name: str) -> str:
    """A name without the prefix of its namespace."""
    return name.rpartition(":")[2]


class Styles:
    """What the numbers of cells are, by style: "d", "h", "dh", "[h]", or "" for just numbers."""

    def __init__(self) -> None:
        self.kinds: list[str] = []
        self._codes: dict[str, str] = {}
        self._in_cells = False

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        local = local_name(name)
        if local == "numFmt":
            code = attributes.get("formatCode", "")[:255]
            self._codes[attributes.get("numFmtId", "")] = kind_of(code)
        elif local in ("cellStyleXfs", "cellXfs"):
            self._in_cells = local == "cellXfs"
        elif local == "xf" and self._in_cells:
            key = attributes.get("numFmtId", "0")
            built_in = BUILT_IN.get(int(key), "") if key.isdecimal() and len(key) < 4 else ""
            self.kinds.append(self._codes.get(key, built_in))


class Values:
    """What the values of cells are as texts."""

    def __init__(self, kinds: Sequence[str], shared: Sequence[str], since_1904: bool) -> None:
        self._kinds = kinds
        self._shared = shared
        self._day_0 = DAY_0_OF_1904 if since_1904 else DAY_0

    def text(self, value: str, attributes: Mapping[str, str]) -> str:
        """One as a text. UnreadableError where it refers to what is not there."""
        kind = attributes.get("t", "n")
        if kind == "n":
            style = attributes.get("s", "0")
            days = self._of(self._kinds, style) if style != "0" or self._kinds else ""
            return self._number(value.strip(), days)
        if kind == "s":
            return self._of(self._shared, value)
        if kind == "b":
            return "TRUE" if value == "1" else "FALSE"
        return unescaped(value)

    def _of(self, texts: Sequence[str], index: str) -> str:
        if not index.isdecimal() or len(index) > 8 or int(index) >= len(texts):
            raise UnreadableError("The workbook is damaged.")
        return texts[int(index)]

    def _number(self, value: str, kind: str) -> str:
        try:
            number = float(value)
        except ValueError:
            return value
        if kind and 0 <= number < LAST_DAY:
            return self._days(number, kind)
        return str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)

    def _days(self, number: float, kind: str) -> str:
        """A number of days as its format shows it; what only shows a time is no day."""
        millis = round(number * MILLISECONDS)
        if kind == "[h]" or (kind == "h" and number < 366):
            seconds = round(millis / 1000)
            return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
        if number < FIRST_RIGHT_DAY and self._day_0 == DAY_0:
            millis += MILLISECONDS
        try:
            moment = self._day_0 + timedelta(milliseconds=millis)
        except OverflowError:
            return repr(number)
        is_day = kind == "d" and not millis % MILLISECONDS
        return moment.date().isoformat() if is_day else moment.isoformat(" ")


def unescaped(text: str) -> str:
    """A text with the characters that XML can't hold (22.9.2.19), without halves of any."""
    return ESCAPED.sub(_character, text) if "_x" in text else text


def _character(found: re.Match[str]) -> str:
    number = int(found[1], 16)
    return found[0] if number == 0 or 0xD800 <= number < 0xE000 else chr(number)
