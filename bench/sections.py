"""A page of several measurements, each of which replaces its own part and no other."""

from pathlib import Path

MARK = "<!-- What stands below was measured by "


def replace(file: Path, command: str, text: str) -> None:
    """Put `text` where the command's part stands, up to the next command's; else at the end."""
    file.parent.mkdir(exist_ok=True)
    before = file.read_text() if file.is_file() else "# Performance\n\n"
    mark = f"{MARK}`{command}`"
    head, found, tail = before.partition(mark)
    _, next_mark, rest = tail.partition(MARK)
    own = f"{mark}, up to the next such line; what stands above is kept. -->\n\n{text}"
    after = f"\n{next_mark}{rest}" if next_mark else ""
    file.write_text(f"{head if found else head.rstrip() + chr(10) * 2}{own}{after}")
