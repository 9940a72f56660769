"""Files that are made to keep a reader busy: refused within a second, in little memory."""

import io
import subprocess
import sys
import zipfile

import pytest

from tests.servers import ROOT

HEAD = b"User,Project,Description,Start date,Start time,End date,End time\n"

# In a process of its own, so that its memory and its time are its own.
READ = r"""
import re, sys, time
from pathlib import Path
from clockwork.imports import formats
from clockwork.imports.rows import NOTHING_SAID, Unanswered, UnreadableError
from clockwork.imports.source import Source

begun = time.process_time()
try:
    source = Source("file", sys.stdin.buffer.read())
    for _ in formats.recognise(source).read(source, NOTHING_SAID):
        pass
    print("read")
except UnreadableError as error:
    print(error.message)
except Unanswered as asked:
    print("asked", asked.question.field)
print(time.process_time() - begun)
print(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1])
"""


def packed(name: str, content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", '<workbook><sheet name="a" id="x"/></workbook>')
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            '<a><Relationship Id="x" Type="/worksheet" Target="a.xml"/></a>',
        )
        archive.writestr(name, content)
    return file.getvalue()


HOSTILE = {
    "a cell of 10 MB": lambda: HEAD + b'Ada,"' + b"a" * 10_000_000 + b'",\n',
    "50 MB in one line": lambda: b"a" * 50_000_000,
    "50 MB of separators": lambda: b"," * 50_000_000,
    "a quotation mark that is never closed": lambda: HEAD + b'Ada,"' + b"Web,a,b\n" * 1_000_000,
    "a row of many lines": lambda: HEAD + b'"\n",' * 10_000_000,
    "100,000 columns": lambda: b",".join(b"c%d" % number for number in range(100_000)) + b"\na,b\n",
    "a bomb": lambda: packed("xl/a.xml", b"a" * 200_000_000),
    "a smaller bomb": lambda: packed("xl/a.xml", b"<x><row>" + b"<c/>" * 20_000_000),
    "a deep one": lambda: packed("xl/a.xml", b"<x>" * 3_000_000),
    "entities": lambda: packed(
        "xl/a.xml", b'<!DOCTYPE a [<!ENTITY a "' + b"a" * 100_000 + b'">]><a>' + b"&a;" * 100_000
    ),
    "a cell of a workbook": lambda: packed(
        "xl/a.xml", b"<x><row><c><v>" + b"a" * 9_000_000 + b"</v></c></row></x>"
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", HOSTILE)
def test_it_is_refused_at_once_and_in_little_memory(what):
    said, seconds, kilobytes = outcome(HOSTILE[what]())

    assert said.endswith(".")
    assert seconds < 1
    assert kilobytes < 256 * 1024


def outcome(content: bytes) -> tuple[str, float, int]:
    ran = subprocess.run(
        [sys.executable, "-c", READ], input=content, capture_output=True, cwd=ROOT, check=True
    )
    said, seconds, kilobytes = ran.stdout.decode().splitlines()
    return said, float(seconds), int(kilobytes)


def test_many_rows_are_read_in_seconds_without_being_kept():
    line = b"Ada,Web,Fields,2026-03-02,09:%02d:00,2026-03-02,10:%02d:00\n"
    content = HEAD + b"".join(line % (number % 60, number % 60) for number in range(100_000))

    said, seconds, kilobytes = outcome(content)

    assert said == "read"
    # 3 s where nothing else runs.
    assert seconds < 10
    assert kilobytes < 128 * 1024


def test_more_rows_than_a_spreadsheet_has_are_refused():
    said, seconds, _ = outcome(HEAD + b"\n" * 3_000_000)

    assert said == "The file has more than 1,048,576 rows; split it."
    assert seconds < 5
