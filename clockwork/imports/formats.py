"""The formats that can be brought in, and which of them a file is. Pure."""

from collections.abc import Sequence

from clockwork.imports.readers import clockwork_json, klog, server, timewarrior, watson
from clockwork.imports.rows import Format, UnreadableError
from clockwork.imports.source import Source

# The surer come first: what they recognise is theirs.
FORMATS: Sequence[Format] = (
    clockwork_json.FORMAT,
    server.FORMAT,
    timewarrior.JSON,
    timewarrior.DATA,
    *watson.FORMATS,
    klog.OWN,
    klog.FORMAT,
)


def recognise(source: Source) -> Format:
    """What a file is, by its content. UnreadableError when it is none of them."""
    for one in FORMATS:
        if one.recognises(source):
            return one
    raise UnreadableError(
        f"{source.name} is in no format that is known; docs/import.md lists those that are."
    )


def named(name: str) -> Format:
    """A format by its name. UnreadableError."""
    for one in FORMATS:
        if one.name == name:
            return one
    known = ", ".join(one.name for one in FORMATS)
    raise UnreadableError(f"There is no format {name}; those there are: {known}.")
