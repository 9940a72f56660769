"""A zip archive that is sent while it is made. Pure."""

from collections.abc import Iterable, Iterator
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

LEVEL = 3  # of compression: half the time of the usual, a tenth more bytes

File = tuple[str, Iterable[bytes]]


class Sink:
    """Where an archive is written to, and from where it is taken piece by piece."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def write(self, data: bytes) -> int:
        """As of a file."""
        self._parts.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""

    def taken(self) -> bytes:
        """What was written since the last time."""
        taken, self._parts = b"".join(self._parts), []
        return taken


def part(path: str) -> ZipInfo:
    """A file in an archive, compressed; all have the same time."""
    info = ZipInfo(path)
    info.compress_type = ZIP_DEFLATED
    info._compresslevel = LEVEL  # type: ignore[attr-defined]
    return info


def write(files: Iterable[File]) -> Iterator[bytes]:
    """The pieces of an archive of files of any length."""
    sink = Sink()
    with ZipFile(sink, "w") as archive:  # type: ignore[call-overload]
        for path, pieces in files:
            with archive.open(part(path), "w", force_zip64=True) as file:
                for piece in pieces:
                    file.write(piece)
                    yield sink.taken()
    yield sink.taken()
