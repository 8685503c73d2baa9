"""A report as a Word file, in the layout of administrative documents; its readers may edit it."""

import io
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from mangnon.reports import errors
from mangnon.reports.content import Content
from mangnon.reports.printing.drawing import svg
from mangnon.reports.printing.pdf import day_line, png
from mangnon.ui.roman import roman

if TYPE_CHECKING:
    from mangnon.reports.printing.sheet import Sheet

_TREND_MM, _BARS_MM = 22.0, 125.0
_NO_POST = "QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ"


def word(content: Content, *, draft: bool) -> bytes:
    """Write a report's content as a file; a draft says so at its head and on every page."""
    try:
        from mangnon.reports.printing.sheet import Sheet
    except ImportError:
        raise errors.not_installed() from None
    sheet = Sheet(title=content["title"], author=content["head"]["issuer"], draft=draft)
    _head(sheet, content, draft)
    for line in content["basis"]:
        sheet.paragraph(f"{line};", italic=True)
    for line in (*content["opening"], content["measured"]):
        sheet.paragraph(line)
    for number, section in enumerate(content["sections"], start=1):
        _section(sheet, number, section)
    _foot(sheet, content, draft)
    out = io.BytesIO()
    sheet.save(out, _moment(content))
    return out.getvalue()


def _moment(content: Content) -> datetime:
    day = content["head"]["day"] or content["gathered_on"]
    return datetime.combine(date.fromisoformat(day), time())


def _head(sheet: "Sheet", content: Content, draft: bool) -> None:
    head = content["head"]
    party = head["line"] == "party"
    left, right = sheet.columns((62, 103))
    if head["superior"]:
        sheet.line(left, head["superior"], size=12)
    sheet.line(left, head["issuer"], size=12, bold=True)
    sheet.rule(left, inset_mm=20)
    number = head["number"] or "……/BC-……"
    sheet.line(left, f"Số {number}" if party else f"Số: {number}", size=13)
    if party:
        sheet.line(right, "ĐẢNG CỘNG SẢN VIỆT NAM", size=13.5, bold=True)
        sheet.rule(right, inset_mm=24)
    else:
        sheet.line(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=12, bold=True)
        sheet.line(right, "Độc lập - Tự do - Hạnh phúc", size=13, bold=True)
        sheet.rule(right, inset_mm=26)
    sheet.line(right, day_line(content), size=13, italic=True)
    if draft:
        sheet.plain("DỰ THẢO", bold=True)
    sheet.centred("BÁO CÁO", size=14, bold=True, before=12)
    sheet.title(content["title"])


def _section(sheet: "Sheet", number: int, section: Mapping[str, Any]) -> None:
    sheet.heading(f"{roman(number)}. {section['title'].upper()}")
    for line in (*section["words"], *section.get("lines", ())):
        sheet.paragraph(line)
    for picture in section.get("pictures", ()):
        sheet.picture(png(svg(picture), width_mm=_BARS_MM), _BARS_MM, picture["alt"])
    for table in section.get("tables", ()):
        drawn = [
            (png(svg(one), width_mm=_TREND_MM), one["alt"]) if one else None
            for one in table["drawn"]
        ]
        sheet.table(table, drawn, _TREND_MM)


def _foot(sheet: "Sheet", content: Content, draft: bool) -> None:
    signature = content["signature"]
    left, right = sheet.columns((82, 83), before=12)
    sheet.line(left, "Nơi nhận:", size=12, bold=True, italic=True, centred=False)
    last = len(content["recipients"]) - 1
    for at, one in enumerate(content["recipients"]):
        end = "." if at == last else ";"
        sheet.line(left, f"- {one}{end}", size=11, centred=False)
    if signature["authority"]:
        sheet.line(right, signature["authority"], size=13, bold=True)
    sheet.line(right, signature["post"] or _NO_POST, size=13, bold=True)
    for words in ("", "", "" if draft else "(Đã ký)", ""):
        sheet.line(right, words, size=13, italic=True)
