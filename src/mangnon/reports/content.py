"""Everything that a report says: gathered when it is opened, kept as it was once it is signed."""

import hashlib
import json
from dataclasses import asdict
from datetime import date
from typing import Any

from mangnon import clock
from mangnon.programme.sections import Asked, gathered, offered
from mangnon.reports import errors
from mangnon.reports.heading import committee, head, recipients, signature
from mangnon.reports.models import Report
from mangnon.reports.periods import in_words
from mangnon.text.dates import format_date

FORMAT = 1
OPENING = "opening"
# What is the officer's alone, behind the sections with figures.
CLOSING = {
    "difficulties": "Khó khăn, vướng mắc và nguyên nhân",
    "next": "Phương hướng, nhiệm vụ kỳ tới",
    "proposals": "Đề xuất, kiến nghị",
}
Content = dict[str, Any]


def parts() -> dict[str, str]:
    """Return every part that an officer may write words for, with its title, in order."""
    figured = {one.key: one.title for one in offered()}
    return {OPENING: "Mở đầu", **figured, **CLOSING}


def content(report: Report) -> Content:
    """Return what a report says: kept if it is signed, else gathered now. Raises Broken."""
    return opened(report) if report.is_signed else gather(report)


def opened(report: Report) -> Content:
    """Return what was kept at signing; raises Broken where it no longer agrees with its digest."""
    if digest_of(report.frozen) != report.digest:
        raise errors.broken()
    kept: Content = json.loads(report.frozen)
    return kept


def gather(report: Report) -> Content:
    """Put a report together from the records as they are now."""
    today = clock.today()
    asked = Asked(report.place, report.first_day, report.last_day, today)
    sections = [
        {**asdict(one), "words": paragraphs(report.words.get(one.key, ""))}
        for one in gathered(asked)
    ]
    sections += [
        {"key": key, "title": title, "words": paragraphs(report.words[key])}
        for key, title in CLOSING.items()
        if report.words.get(key)
    ]
    plain: Content = {
        "format": FORMAT,
        "head": head(report),
        "title": _title(report),
        "place": report.place.name_vi,
        "basis": list(dict.fromkeys(one for part in sections for one in part.get("basis", ()))),
        "opening": paragraphs(report.words.get(OPENING, "")),
        "measured": _measured(report.last_day, today),
        "gathered_on": today.isoformat(),
        "sections": sections,
        "recipients": recipients(report),
        "signature": signature(report),
    }
    # As it will be read back: tuples are lists, and nothing is left that JSON does not know.
    same: Content = json.loads(frozen(plain))
    return same


def frozen(plain: Content) -> str:
    """Write a report's content in its one form."""
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest_of(text: str) -> str:
    """Return the SHA-256 of what is kept."""
    return hashlib.sha256(text.encode()).hexdigest()


def paragraphs(text: str) -> list[str]:
    """Part what an officer wrote into its paragraphs."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _title(report: Report) -> str:
    period = in_words(report.kind, *report.days)
    what = "Tổng kết việc thực hiện" if report.kind == Report.Kind.FINAL else "Kết quả thực hiện"
    where = _where(report)
    return f"{what} công tác chăm sóc, giáo dục và bảo vệ trẻ em {period}{where}"


def _where(report: Report) -> str:
    """Name the place, unless who issues it says so already."""
    if report.issuer is None:
        return ""
    name = committee(report.place).removeprefix("Ủy ban nhân dân ")
    return f" tại {name}"


def _measured(last: date, today: date) -> str:
    return (
        f"Số liệu chỉ tiêu tính đến ngày {format_date(last, 'vi')}, tổng hợp từ hồ sơ ngày "
        f"{format_date(today, 'vi')}."
    )
