"""One meeting as its page shows it."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from mangnon.attachments.actions import name_of
from mangnon.legislation.models import Document
from mangnon.meetings.feed import title_of
from mangnon.meetings.forms.after import document_words
from mangnon.meetings.forms.hours import hour_text
from mangnon.meetings.models import Attendance, Meeting
from mangnon.text.dates import format_date
from mangnon.text.numbers import format_number
from mangnon.ui.parts import Cell, Column, Table
from mangnon.ui.templatetags.mangnon_ui import named, page_language


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file of a meeting: what kind, what it is called, where it opens."""

    kind: str
    name: str
    url: str


def shown(meeting: Meeting, *, own: bool) -> dict[str, Any]:
    """Return what the page of a meeting shows; ``own``: its files, too."""
    rows = list(meeting.attendance.select_related("place", "office").order_by("pk"))
    proofs = meeting.proofs.select_related(
        "assignment__handing__duty", "assignment__office", "place", "plan", "plan_file"
    )
    speakers = meeting.speakers.select_related("office")
    return {
        "meeting": meeting, "title": title_of(meeting), "when": when(meeting), "own": own,
        "holders": [named(one.office) for one in meeting.holders.select_related("office")],
        "came": _total(rows, "attended"), "invited": _total(rows, "invited"),
        "bases": _total(rows, "bases"),
        "conclusion": in_language(meeting, "conclusion"), "note": in_language(meeting, "note"),
        "points": [(hour_text(p.starts), in_language(p, "title")) for p in meeting.items.all()],
        "speakers": [
            (in_language(s, "post"), named(s.office) if s.office else "", in_language(s, "about"))
            for s in speakers
        ],
        "papers": [
            (document_words(one.document), _page_of(one.document))
            for one in meeting.papers.select_related("document").order_by("pk")
        ],
        "attendance": attendance_table(rows) if rows else None,
        "proofs": [(one, in_language(one.assignment.handing.duty, "title")) for one in proofs],
        "files": _files(meeting) if own else [],
    }  # fmt: skip


def _page_of(document: Document) -> str:
    """Return where the public house shows a document."""
    return reverse(f"{page_language()}:document", args=[document.code])


def when(meeting: Meeting) -> str:
    """Say the day and the hours as far as they are known."""
    language = page_language()
    day = format_date(meeting.day, language)
    if meeting.last_day != meeting.day:
        last = format_date(meeting.last_day, language)
        day = _("%(first)s đến %(last)s") % {"first": day, "last": last}
    hours = "–".join(filter(None, (hour_text(meeting.starts), hour_text(meeting.ends))))
    return ", ".join(filter(None, (hours or str(meeting.get_part_display()), day)))


def in_language(thing: object, field: str) -> str:
    """Return a text in the page's language, the Vietnamese one where there is no other."""
    english = getattr(thing, f"{field}_en") if page_language() == "en" else ""
    return str(english or getattr(thing, f"{field}_vi"))


def attendance_table(rows: list[Attendance]) -> Table:
    """Return who was invited and who came, by place and office."""
    columns = [
        Column(_("Nơi, cơ quan")), Column(_("Được mời"), numeric=True),
        Column(_("Đã dự"), numeric=True), Column(_("Tổ chức cơ sở"), numeric=True),
    ]  # fmt: skip
    lines = [
        [Cell(named(one.office or one.place)), *map(_cell, (one.invited, one.attended, one.bases))]
        for one in rows
    ]
    return Table("attendance", _("Số người dự"), columns, lines)


def _cell(number: int | None) -> Cell:
    return Cell(_("chưa biết") if number is None else format_number(number, 0, page_language()))


def _total(rows: list[Attendance], name: str) -> int | None:
    """Add up what is known; None where nothing is."""
    known = [number for one in rows if (number := getattr(one, name)) is not None]
    return sum(known) if known else None


def _files(meeting: Meeting) -> list[FileLine]:
    return [
        FileLine(
            str(one.get_kind_display()), name_of(one.attachment),
            reverse("meetings:file", args=[meeting.uuid, one.uuid]),
        )
        for one in meeting.files.select_related("attachment")
    ]  # fmt: skip
