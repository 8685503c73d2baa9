"""Workbooks that are handed out: a template with its words, and what was judged with its faults.

Written here, for nothing of it may lie on the disk in clear, not for a moment.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO
from xml.sax.saxutils import escape, quoteattr

from django.utils.translation import gettext as _

from mangnon.imports.cells import shown
from mangnon.imports.headings import ORIGINAL_ROW
from mangnon.imports.models import Verdict
from mangnon.imports.sheets import Column, Row, Sheet

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_LISTED = 5_000  # rows of a template that offer the lists
Table = tuple[str, Sequence[int], Iterable[Sequence[str]], str]  # name, widths, rows, what follows


def template(sheet: Sheet) -> io.BytesIO:
    """Return an empty table of a sheet, with lists of the words that its columns take."""
    headings = [str(one.title) for one in sheet.columns]
    listed = {one: one.listed() for one in sheet.columns}
    told = {one: words for one, words in listed.items() if words}
    deepest = max(map(len, told.values()), default=0)
    words = [[str(one.title) for one in told]] + [
        [each[at] if at < len(each) else "" for each in told.values()] for at in range(deepest)
    ]
    name = _("Các từ được dùng")
    widths = [one.width for one in sheet.columns]
    return _book(
        [
            (str(sheet.title), widths, [headings], _lists(sheet, told, name)),
            (name, [20] * max(len(told), 1), words, ""),
        ]
    )


def faults(sheet: Sheet, rows: Iterable[Row]) -> io.BytesIO:
    """Return the rows as they were typed, with what was found and what is to be done.

    Each begins with its number in the file that was brought, for that is what the faults name.
    Columns of that file which are not used are not kept of its rows, and are not here.
    """
    columns = (ORIGINAL_ROW, *sheet.columns)
    headings = [str(one.title) for one in columns]
    widths = [one.width for one in columns]
    told = [[*headings, _("Kết quả"), _("Lỗi, cần làm gì")]]

    def lines() -> Iterator[Sequence[str]]:
        yield from told
        for row in rows:
            cells = [shown(row.texts.get(one.code, "")) for one in sheet.columns]
            told_of = f"{_changes(sheet, row)}{in_words(sheet, row)}".rstrip()
            yield [str(row.number), *cells, str(Verdict(row.verdict).label), told_of]

    return _book([(str(sheet.title), [*widths, 14, 70], lines(), "")])


def in_words(sheet: Sheet, row: Row) -> str:
    """Return the faults of a row: the column, what is wrong, what to do."""
    titles = {one.code: str(one.title) for one in sheet.columns}
    return " ".join(
        f"{titles[one.column]}: {one.why.vi}" if one.column in titles else one.why.vi
        for one in row.faults
    )


def _changes(sheet: Sheet, row: Row) -> str:
    """Return what stands and what is typed in each column that changes it."""
    return "".join(
        f"{one.title}: {typed(row, one.code)}. " for one in sheet.columns if one.code in row.stood
    )


def typed(row: Row, code: str) -> str:
    """Return what was typed in a column; where that changes a record, after what stands."""
    text = shown(row.texts.get(code, ""))
    return f"{row.stood[code] or _('chưa ghi')} → {text}" if code in row.stood else text


def _lists(sheet: Sheet, told: Mapping[Column, Sequence[str]], name: str) -> str:
    rules = []
    for at, (column, words) in enumerate(told.items()):
        where = f"'{name}'!${_letter(at)}$2:${_letter(at)}${len(words) + 1}"
        here = _letter(sheet.columns.index(column))
        rules.append(
            f'<dataValidation type="list" allowBlank="1" sqref="{here}2:{here}{_LISTED}">'
            f"<formula1>{escape(where)}</formula1></dataValidation>"
        )
    return (
        f'<dataValidations count="{len(rules)}">{"".join(rules)}</dataValidations>' if rules else ""
    )


def _letter(at: int) -> str:
    return chr(65 + at)


def _book(tables: Sequence[Table]) -> io.BytesIO:
    file = io.BytesIO()
    numbers = range(1, len(tables) + 1)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as book:
        parts = "".join(
            f'<Override PartName="/xl/worksheets/sheet{n}.xml" '
            f'ContentType="{_OFFICE}.worksheet+xml"/>'
            for n in numbers
        )
        book.writestr(
            "[Content_Types].xml",
            f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/><Override '
            f'PartName="/xl/workbook.xml" ContentType="{_OFFICE}.sheet.main+xml"/>{parts}</Types>',
        )
        book.writestr("_rels/.rels", _relations([("officeDocument", "xl/workbook.xml")]))
        named = "".join(
            f'<sheet name={quoteattr(one[0][:31])} sheetId="{n}" r:id="rId{n}"/>'
            for n, one in zip(numbers, tables, strict=True)
        )
        book.writestr(
            "xl/workbook.xml",
            f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_RELATED}"><sheets>{named}</sheets>'
            "</workbook>",
        )
        book.writestr(
            "xl/_rels/workbook.xml.rels",
            _relations([("worksheet", f"worksheets/sheet{n}.xml") for n in numbers]),
        )
        for n, one in zip(numbers, tables, strict=True):
            with book.open(f"xl/worksheets/sheet{n}.xml", "w") as part:
                _write(part, one)
    file.seek(0)
    return file


def _relations(told: Sequence[tuple[str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="rId{n}" Type="{_RELATED}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(told, start=1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'


def _write(part: IO[bytes], table: Table) -> None:
    _, widths, rows, after = table
    columns = "".join(
        f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>'
        for at, width in enumerate(widths, start=1)
    )
    head = (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>'
        f"</sheetViews><cols>{columns}</cols><sheetData>"
    )
    part.write(head.encode())
    for row in rows:
        part.write(f"<row>{''.join(map(_cell, row))}</row>".encode())
    part.write(f"</sheetData>{after}</worksheet>".encode())


def _cell(text: str) -> str:
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'
