"""A report as its page shows it: the same content, pictures drawn, sections numbered."""

from base64 import b64encode
from typing import Any

from django.utils.translation import gettext as _

from mangnon.reports.content import Content
from mangnon.reports.models import Report
from mangnon.reports.printing.drawing import svg
from mangnon.text.dates import format_date
from mangnon.ui.roman import roman
from mangnon.ui.templatetags.mangnon_ui import page_language


def period_words(report: Report) -> str:
    """Name a report in a list: its kind and its period."""
    year = {"year": report.last_day.year}
    if report.kind == Report.Kind.YEAR:
        return _("Báo cáo năm %(year)s") % year
    if report.kind == Report.Kind.HALF_YEAR and report.last_day.month < 7:
        return _("Báo cáo 6 tháng đầu năm %(year)s") % year
    if report.kind == Report.Kind.HALF_YEAR:
        return _("Báo cáo 6 tháng cuối năm %(year)s") % year
    first, last = (format_date(day, page_language()) for day in report.days)
    return _("Báo cáo tổng kết, %(first)s đến %(last)s") % {"first": first, "last": last}


def sheet(told: Content) -> Content:
    """Return a report's content with what a template cannot make itself."""
    return {
        **told,
        "sections": [_section(number, one) for number, one in enumerate(told["sections"], start=1)],
    }


def _section(number: int, section: dict[str, Any]) -> dict[str, Any]:
    return {
        **section,
        "number": roman(number),
        "pictures": [_picture(one) for one in section.get("pictures", ())],
        "tables": [_table(one) for one in section.get("tables", ())],
    }


def _picture(picture: dict[str, Any]) -> dict[str, str]:
    coded = b64encode(svg(picture).encode()).decode()
    return {"src": f"data:image/svg+xml;base64,{coded}", "alt": picture["alt"]}


def _table(table: dict[str, Any]) -> dict[str, Any]:
    """Give every cell its side, and every row its picture."""
    drawn = table["drawn"] or [None] * len(table["rows"])
    numeric = set(table["numeric"])
    return {
        "caption": table["caption"],
        "columns": [(words, at in numeric) for at, words in enumerate(table["columns"])],
        "drawn_title": table["drawn_title"] if table["drawn"] else "",
        "rows": [
            (
                row[0],
                [(words, at in numeric) for at, words in enumerate(row[1:], start=1)],
                _picture(one) if one else None,
            )
            for row, one in zip(table["rows"], drawn, strict=True)
        ],
    }
