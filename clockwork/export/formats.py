"""The formats that there are, and which writer makes each. Loads a writer when it is used."""

# ruff: noqa: PLC0415

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from clockwork.errors import InvalidError
from clockwork.export.contents import Contents


class Format(NamedTuple):
    """A kind of file: how its names end, its media type, whether that is text in UTF-8."""

    ending: str
    media: str
    of_one_person: bool = False
    is_text: bool = True


FORMATS = {
    "csv": Format(".csv", "text/csv"),
    "xlsx": Format(
        ".xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        is_text=False,
    ),
    "json": Format(".json", "application/json"),
    "timewarrior": Format("-timewarrior.json", "application/json", of_one_person=True),
    "klog": Format(".klg", "text/plain", of_one_person=True),
    "ics": Format(".ics", "text/calendar", of_one_person=True),
}

ZIP = Format(".zip", "application/zip", is_text=False)


def check(name: str, person_ids: Sequence[str]) -> None:
    """Raise InvalidError `invalid_json` when a format can't tell people apart and has to."""
    if FORMATS[name].of_one_person and len(set(person_ids)) > 1:
        raise InvalidError(
            "invalid_json", f"A file of the format {name} holds one person's time; choose one."
        )


def write(name: str, contents: Contents, decimal: bool = True) -> Iterator[bytes]:
    """The pieces of a file. `decimal`: a table has a column of decimal hours."""
    if name == "csv":
        from clockwork.export import csv_file

        return csv_file.write(contents, decimal)
    if name == "xlsx":
        from clockwork.export import xlsx

        return xlsx.write(contents, decimal)
    return _other(name, contents)


def _other(name: str, contents: Contents) -> Iterator[bytes]:
    from clockwork.export import icalendar, json_file, klog, timewarrior

    writers = {
        "json": json_file.write,
        "timewarrior": timewarrior.write,
        "klog": klog.write,
        "ics": icalendar.write,
    }
    return writers[name](contents)


def file_name(name: str, contents: Contents) -> str:
    """Named after the local days of the range, the last one included."""
    start, stop = contents.start, contents.stop
    first = "" if start is None else f"-{contents.local(start).date()}"
    last = "" if stop is None else f"-to-{contents.local(stop - 1).date()}"
    return f"clockwork-entries{first}{last}{FORMATS[name].ending}"
