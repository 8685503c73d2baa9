"""A workbook written row by row: flat memory however long it is, and nothing on the disk.

Openpyxl writes a sheet to a temporary file first, in clear; so this one is written by ourselves:
ECMA-376, SpreadsheetML, text in place ("inlineStr").
"""

import io
import zipfile
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

Value = str | int
# A workbook below 4,096 bytes does not open again once it is locked: msoffcrypto writes it as a
# short stream, and such are kept apart. Blanks after a document's end mean nothing in XML.
_ROOM = "\n" * 4096

_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/{kind}" Target="{target}"/></Relationships>'
)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_BOOK = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    f'<workbook xmlns="{_MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships"><sheets><sheet name="{name}" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_SHEET = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    "</sheetView></sheetViews><cols>{columns}</cols><sheetData>"
)


def write_workbook(
    name: str, headings: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[Value]]
) -> io.BytesIO:
    """Return a workbook of one sheet; numbers are numbers, text is text, also where it begins =."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("[Content_Types].xml", _TYPES)
        target = "xl/workbook.xml"
        relations = _RELATIONS.format(kind="officeDocument", target=target)
        book.writestr("_rels/.rels", relations + _ROOM, compress_type=zipfile.ZIP_STORED)
        book.writestr(target, _BOOK.format(name=escape(name)))
        target = "worksheets/sheet1.xml"
        relations = _RELATIONS.format(kind="worksheet", target=target)
        book.writestr("xl/_rels/workbook.xml.rels", relations)
        with book.open(f"xl/{target}", "w") as sheet:
            sheet.write(_SHEET.format(columns=_columns(widths)).encode())
            sheet.write(_row(headings))
            for row in rows:
                sheet.write(_row(row))
            sheet.write(b"</sheetData></worksheet>")
    file.seek(0)
    return file


def _columns(widths: Sequence[int]) -> str:
    return "".join(
        f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>'
        for at, width in enumerate(widths, start=1)
    )


def _row(cells: Sequence[Value]) -> bytes:
    return f"<row>{''.join(map(_cell, cells))}</row>".encode()


def _cell(value: Value) -> str:
    if isinstance(value, int):
        return f"<c><v>{value}</v></c>"
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
