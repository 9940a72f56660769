"""Workbooks, as other programs make them."""

import io
import zipfile
from collections.abc import Sequence

import openpyxl

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def book(*rows: Sequence, more: dict[str, list[Sequence]] | None = None, formats=()) -> bytes:
    """One sheet of rows, and more by their names; `formats` are those of cells by their places."""
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    for name, others in (more or {}).items():
        sheet = made.create_sheet(name)
        for row in others:
            sheet.append(row)
    for place, code in dict(formats).items():
        made.active[place].number_format = code
    return saved(made)


def saved(made: openpyxl.Workbook) -> bytes:
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def raw(rows: str, *, declared: str = "", shared: str = "") -> bytes:
    """A workbook with the XML of its rows, as no program would write it."""
    parts = {
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="r"><sheets>'
        '<sheet name="A" r:id="x"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="x" Type="r/worksheet" '
        'Target="/xl/worksheets/a.xml"/></Relationships>',
        "xl/worksheets/a.xml": f'{declared}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>'
        "</worksheet>",
        "xl/sharedStrings.xml": f"<sst>{shared}</sst>",
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()
