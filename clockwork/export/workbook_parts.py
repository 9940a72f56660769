"""The parts of a workbook that hold no rows: styles, and what names the sheets. Pure."""

from collections.abc import Sequence
from html import escape

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

# Styles of cells, in the order of STYLES; IN_BOLD further on is the same in bold.
PLAIN, DATE, MOMENT, DURATION, HOURS, QUOTED, BOLD = range(7)
IN_BOLD = 7 - DURATION

_FORMATS = {164: "yyyy-mm-dd", 165: "yyyy-mm-dd hh:mm:ss", 166: "[h]:mm:ss", 167: "0.00"}
_XFS = (
    *((0, 0, ""), (164, 0, ""), (165, 0, ""), (166, 0, ""), (167, 0, "")),
    *((0, 0, ' quotePrefix="1"'), (0, 1, ""), (166, 1, ""), (167, 1, "")),
)

STYLES = (
    f'{XML}<styleSheet xmlns="{MAIN}"><numFmts count="{len(_FORMATS)}">'
    + "".join(f'<numFmt numFmtId="{key}" formatCode="{code}"/>' for key, code in _FORMATS.items())
    + '</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    f'<cellXfs count="{len(_XFS)}">'
    + "".join(
        f'<xf numFmtId="{number}" fontId="{font}" fillId="0" borderId="0" xfId="0" '
        f'applyNumberFormat="1" applyFont="1"{more}/>'
        for number, font, more in _XFS
    )
    + '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/>'
    "</cellStyles></styleSheet>"
)

END = b"</sheetData></worksheet>"


def letter(column: int) -> str:
    """What one of the first 26 columns is called."""
    return chr(ord("A") + column)


def begin(widths: Sequence[int]) -> bytes:
    """A sheet up to its rows; widths in characters."""
    cols = "".join(
        f'<col min="{index}" max="{index}" width="{width}" customWidth="1"/>'
        for index, width in enumerate(widths, start=1)
    )
    return (
        f'{XML}<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>'
        f"</sheetViews><cols>{cols}</cols><sheetData>"
    ).encode()


def around(name: str, count: int) -> dict[str, str]:
    """All parts but the sheets, by path."""
    numbers = range(1, count + 1)
    styles = f'<Relationship Id="rId0" Type="{RELATED}/styles" Target="styles.xml"/>'
    return {
        "xl/styles.xml": STYLES,
        "xl/workbook.xml": _workbook([name, *(f"{name} {number}" for number in numbers[1:])]),
        "xl/_rels/workbook.xml.rels": _relationships(
            styles + "".join(_sheet_relationship(number) for number in numbers)
        ),
        "_rels/.rels": _relationships(
            f'<Relationship Id="rId1" Type="{RELATED}/officeDocument" Target="xl/workbook.xml"/>'
        ),
        "[Content_Types].xml": _types(numbers),
    }


def _workbook(names: Sequence[str]) -> str:
    sheets = "".join(
        f'<sheet name="{escape(name)}" sheetId="{number}" r:id="rId{number}"/>'
        for number, name in enumerate(names, start=1)
    )
    return f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{RELATED}"><sheets>{sheets}</sheets></workbook>'


def _sheet_relationship(number: int) -> str:
    target = f"worksheets/sheet{number}.xml"
    return f'<Relationship Id="rId{number}" Type="{RELATED}/worksheet" Target="{target}"/>'


def _relationships(all_of_them: str) -> str:
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{all_of_them}</Relationships>'


def _types(numbers: Sequence[int]) -> str:
    named = {
        "/xl/workbook.xml": "sheet.main",
        "/xl/styles.xml": "styles",
        **{f"/xl/worksheets/sheet{number}.xml": "worksheet" for number in numbers},
    }
    overrides = "".join(
        f'<Override PartName="{path}" ContentType="{TYPE}.{kind}+xml"/>'
        for path, kind in named.items()
    )
    return (
        f'{XML}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
