"""A Word document by the rules of administrative documents: paper, margins, typeface, numbers."""

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, BinaryIO

from docx import Document
from docx.enum.section import WD_SECTION_START
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from mangnon.reports.printing.widths import widths

_FACE = "Times New Roman"
_WIDTH_MM = 165.0  # of an A4 page between its margins
_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")


class Sheet:
    """The document, and what is put on it from top to bottom."""

    def __init__(self, *, title: str, author: str, draft: bool) -> None:
        self._document = Document()
        self._document.core_properties.title = title
        self._document.core_properties.author = author
        self._document.core_properties.language = "vi-VN"
        self._document.core_properties.comments = ""
        self._styles()
        self._paper(draft)

    def _styles(self) -> None:
        for name, size, bold in (
            ("Normal", 13, False),
            ("Heading 1", 13, True),
            ("Title", 14, True),
        ):
            style = self._document.styles[name]
            style.font.name, style.font.size, style.font.bold = _FACE, Pt(size), bold
            style.font.color.rgb = RGBColor(0, 0, 0)
            properties = style.element.get_or_add_rPr()
            faces = properties.get_or_add_rFonts()
            for which in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
                faces.set(qn(which), _FACE)
            for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                faces.attrib.pop(qn(f"w:{theme}"), None)
            language = OxmlElement("w:lang")
            language.set(qn("w:val"), "vi-VN")
            properties.append(language)
            for border in style.element.iter(qn("w:pBdr")):
                border.getparent().remove(border)
                break
        body = self._document.styles["Normal"].paragraph_format
        body.space_after, body.space_before, body.line_spacing = Pt(6), Pt(0), 1.15

    def _paper(self, draft: bool) -> None:
        section = self._document.sections[0]
        section.start_type = WD_SECTION_START.NEW_PAGE
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin = section.bottom_margin = Mm(20)
        section.left_margin, section.right_margin = Mm(30), Mm(15)
        section.header_distance = Mm(10)
        section.different_first_page_header_footer = True
        number = section.header.paragraphs[0]
        number.alignment = ALIGN.CENTER
        _field(number, "PAGE")
        if draft:
            _run(number, "   DỰ THẢO", 13, bold=True)
            first = section.first_page_header.paragraphs[0]
            first.alignment = ALIGN.CENTER
            _run(first, "DỰ THẢO", 13, bold=True)

    def paragraph(self, words: str, *, italic: bool = False) -> None:
        """Write a paragraph of the text."""
        one = self._document.add_paragraph()
        one.alignment = ALIGN.JUSTIFY
        one.paragraph_format.first_line_indent = Mm(10)
        _run(one, words, 13, italic=italic)

    def plain(self, words: str, *, bold: bool = False) -> None:
        """Write a line at the left margin."""
        _run(self._document.add_paragraph(), words, 13, bold=bold)

    def centred(self, words: str, *, size: float, bold: bool = False, before: float = 0) -> None:
        """Write a line in the middle."""
        one = self._document.add_paragraph()
        one.alignment = ALIGN.CENTER
        one.paragraph_format.space_before = Pt(before)
        one.paragraph_format.space_after = Pt(0)
        _run(one, words, size, bold=bold)

    def title(self, words: str) -> None:
        """Write the title, with the short rule below it."""
        one = self._document.add_paragraph(style="Title")
        one.alignment = ALIGN.CENTER
        one.paragraph_format.space_after = Pt(0)
        one.add_run(words)
        self._rule(self._document.add_paragraph(), inset_mm=60, after=10)

    def heading(self, words: str) -> None:
        """Write the heading of a section."""
        one = self._document.add_heading(words, level=1)
        one.paragraph_format.space_before, one.paragraph_format.space_after = Pt(12), Pt(6)

    def picture(self, dots: bytes, width_mm: float, alt: str) -> None:
        """Put a picture in the middle, with what is to be seen on it."""
        one = self._document.add_paragraph()
        one.alignment = ALIGN.CENTER
        _picture(one, dots, width_mm, alt)

    def table(
        self,
        table: Mapping[str, Any],
        drawn: Sequence[tuple[bytes, str] | None],
        drawn_mm: float,
    ) -> None:
        """Write a table with its caption; the heading row comes again on every page."""
        caption = self._document.add_paragraph()
        caption.alignment = ALIGN.CENTER
        caption.paragraph_format.keep_with_next = True
        _run(caption, table["caption"], 12, italic=True)
        titles = [*table["columns"], *([table["drawn_title"]] if drawn else [])]
        made = self._document.add_table(rows=1, cols=len(titles))
        made.style, made.alignment = "Table Grid", WD_TABLE_ALIGNMENT.CENTER
        made.autofit = False
        sides = _in_mm(table, drawn_mm + 4 if drawn else 0)
        again = OxmlElement("w:tblHeader")
        made.rows[0]._tr.get_or_add_trPr().append(again)
        for cell, words in zip(made.rows[0].cells, titles, strict=True):
            _cell(cell, words, ALIGN.CENTER, bold=True)
        for at, row in enumerate(table["rows"]):
            cells = made.add_row().cells
            for number, words in enumerate(row):
                side = ALIGN.RIGHT if number in table["numeric"] else ALIGN.LEFT
                _cell(cells[number], words, side)
            picture = drawn[at] if drawn else None
            if picture is not None:
                _picture(cells[-1].paragraphs[0], picture[0], drawn_mm, picture[1])
        # Word goes by the cells, other programs by the table's grid.
        for column, width in zip(made.columns, sides, strict=True):
            column.width = Mm(width)
        for row in made.rows:
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
            for cell, width in zip(row.cells, sides, strict=True):
                cell.width = Mm(width)
        self._document.add_paragraph().paragraph_format.space_after = Pt(0)

    def columns(self, sides: tuple[float, float], *, before: float = 0) -> tuple[Any, Any]:
        """Return two columns side by side, without lines."""
        if before:
            self._document.add_paragraph().paragraph_format.space_after = Pt(0)
        made = self._document.add_table(rows=1, cols=2)
        made.autofit = False
        borders = OxmlElement("w:tblBorders")
        for side in _BORDERS:
            border = OxmlElement(f"w:{side}")
            border.set(qn("w:val"), "nil")
            borders.append(border)
        made._tbl.tblPr.insert_element_before(
            borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook"
        )
        made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, width in zip(made.rows[0].cells, sides, strict=True):
            cell.width = Mm(width)
        left, right = made.rows[0].cells
        return left, right

    def line(
        self,
        cell: Any,
        words: str,
        *,
        size: float,
        bold: bool = False,
        italic: bool = False,
        centred: bool = True,
    ) -> None:
        """Write a line of a column."""
        one = _next(cell)
        one.alignment = ALIGN.CENTER if centred else ALIGN.LEFT
        one.paragraph_format.space_after = Pt(0)
        one.paragraph_format.line_spacing = 1.0
        _run(one, words, size, bold=bold, italic=italic)

    def rule(self, cell: Any, *, inset_mm: float) -> None:
        """Draw a short line below what stands in a column."""
        self._rule(_next(cell), inset_mm=inset_mm, after=6)

    def _rule(self, paragraph: Any, *, inset_mm: float, after: float) -> None:
        """Draw it as the upper border of an empty paragraph, drawn in at both ends."""
        shape = paragraph.paragraph_format
        shape.left_indent = shape.right_indent = Mm(inset_mm)
        shape.space_before, shape.space_after, shape.line_spacing = Pt(1), Pt(after), Pt(3)
        borders, border = OxmlElement("w:pBdr"), OxmlElement("w:top")
        for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
            border.set(qn(f"w:{name}"), value)
        borders.append(border)
        paragraph._p.get_or_add_pPr().insert_element_before(
            borders, "w:shd", "w:spacing", "w:ind", "w:jc", "w:rPr"
        )

    def save(self, out: BinaryIO, moment: datetime) -> None:
        """Write the file, dated with the day of what it says."""
        self._document.core_properties.created = moment
        self._document.core_properties.modified = moment
        self._document.save(out)


def _next(cell: Any) -> Any:
    """Return the first paragraph of a column while it is empty and unused, else a new one."""
    first = cell.paragraphs[0]
    unused = len(cell.paragraphs) == 1 and not first.runs and first._p.pPr is None
    return first if unused else cell.add_paragraph()


def _run(
    paragraph: Any, words: str, size: float, *, bold: bool = False, italic: bool = False
) -> None:
    run = paragraph.add_run(words)
    run.font.size, run.bold, run.italic = Pt(size), bold, italic


def _cell(cell: Any, words: str, side: Any, *, bold: bool = False) -> None:
    one = cell.paragraphs[0]
    one.alignment = side
    one.paragraph_format.space_after = Pt(0)
    one.paragraph_format.line_spacing = 1.0
    _run(one, words, 11, bold=bold)


def _picture(paragraph: Any, dots: bytes, width_mm: float, alt: str) -> None:
    paragraph.paragraph_format.space_after = Pt(0)
    shape = paragraph.add_run().add_picture(io.BytesIO(dots), width=Mm(width_mm))
    shape._inline.docPr.set("descr", alt)


def _field(paragraph: Any, code: str) -> None:
    """Write a field that Word fills in, as the number of the page."""
    for kind, text in (("begin", ""), ("", code), ("end", "")):
        run = paragraph.add_run()
        run.font.size = Pt(13)
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        run._r.append(mark)


def _in_mm(table: Mapping[str, Any], drawn_mm: float) -> list[float]:
    """Share the width of the page out among the columns, the drawn one last."""
    parts = widths(table)
    room = _WIDTH_MM - drawn_mm
    return [room * part / sum(parts) for part in parts] + ([drawn_mm] if drawn_mm else [])
