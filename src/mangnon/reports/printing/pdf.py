"""A report as a tagged PDF (PDF/UA-1), set by Typst in the typeface that comes with it."""

import json
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from mangnon import clock
from mangnon.reports import errors
from mangnon.reports.content import Content
from mangnon.reports.printing.drawing import svg
from mangnon.reports.printing.widths import widths

_TEMPLATE = Path(__file__).with_name("report.typ")
_DOTS_PER_INCH = 300.0


def pdf(content: Content, *, draft: bool) -> bytes:
    """Set a report's content; a draft says so on every page. The same content, the same bytes."""
    typst = _typst()
    told = {
        **content,
        "draft": draft,
        "day": day_line(content),
        "drawings": _drawings(content),
        "sections": [_with_widths(one) for one in content["sections"]],
    }
    made: bytes = typst.compile(
        _TEMPLATE,
        font_paths=typst.Fonts(include_system_fonts=False),
        sys_inputs={"content": json.dumps(told, ensure_ascii=False)},
        pdf_standards="ua-1",
        timestamp=_moment(content),
    )
    return made


def png(drawing: str, *, width_mm: float) -> bytes:
    """Cut a drawing into dots, for what cannot hold lines."""
    typst = _typst()
    page = f"#set page(width: {width_mm}mm, height: auto, margin: 0mm, fill: none)\n"
    page += '#image(bytes(sys.inputs.drawing), format: "svg", width: 100%)'
    cut: bytes = typst.compile(
        page.encode(),
        font_paths=typst.Fonts(include_system_fonts=False),
        sys_inputs={"drawing": drawing},
        format="png",
        ppi=_DOTS_PER_INCH,
    )
    return cut


def _typst():  # type: ignore[no-untyped-def]  # noqa: ANN202
    try:
        import typst
    except ImportError:
        raise errors.not_installed() from None
    return typst


def _drawings(content: Content) -> dict[str, str]:
    """Draw every picture once; the template finds each by where it stands."""
    found = {}
    for at, section in enumerate(content["sections"]):
        for number, picture in enumerate(section.get("pictures", ())):
            found[f"{at}.{number}"] = svg(picture)
        for number, table in enumerate(section.get("tables", ())):
            for row, picture in enumerate(table["drawn"]):
                if picture:
                    found[f"{at}.{number}.{row}"] = svg(picture)
    return found


def _with_widths(section: dict[str, Any]) -> dict[str, Any]:
    tables = [{**one, "widths": widths(one)} for one in section.get("tables", ())]
    return {**section, "tables": tables}


def _moment(content: Content) -> int:
    """Return when it was signed or gathered: a file made twice is the same file."""
    day = content["head"]["day"] or content["gathered_on"]
    return int(datetime.combine(date.fromisoformat(day), time(), clock.ZONE).timestamp())


def day_line(content: Content) -> str:
    """Write place and day: "Hải Dương, ngày 15 tháng 01 năm 2026"; a draft leaves the day open.

    Days below ten and the months January and February have a nought before them.
    """
    head = content["head"]
    if not head["day"]:
        year = date.fromisoformat(content["gathered_on"]).year
        return f"{head['issued_at'] or '……'}, ngày … tháng … năm {year}"
    day = date.fromisoformat(head["day"])
    month = f"{day.month:02}" if day.month < 3 else f"{day.month}"
    return f"{head['issued_at']}, ngày {day.day:02} tháng {month} năm {day.year}"
