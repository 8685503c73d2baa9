"""The audit trail as an auditor reads it: by subject, by person, by day; no child's name in it."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core import signing
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mangnon import clock
from mangnon.access.doors import Leave
from mangnon.audit.models import Entry
from mangnon.audit.queries import entries_about
from mangnon.places.tree import Tree
from mangnon.places.world import world
from mangnon.ui.forms import DayField, Form

SIZE = 50
_SALT = "mangnon.desk.trail"


class TrailForm(Form):
    """What is asked of the trail."""

    doi_tuong = forms.CharField(
        label=gettext_lazy("Đối tượng (mã hồ sơ)"), required=False, max_length=96
    )
    nguoi = forms.CharField(label=gettext_lazy("Người"), required=False, max_length=100)
    loai = forms.ChoiceField(
        label=gettext_lazy("Loại"),
        choices=[
            ("", gettext_lazy("Tất cả")),
            ("act", gettext_lazy("Việc đã làm")),
            ("reading", gettext_lazy("Lượt đọc")),
        ],
        required=False,
    )
    tu = DayField(label=gettext_lazy("Từ ngày"), required=False, help_text="")
    den = DayField(label=gettext_lazy("Đến ngày"), required=False, help_text="")

    def asked(self) -> dict[str, str]:
        """Return what was filled in, as an address keeps it."""
        return {name: value for name in self.fields if (value := str(self.data.get(name) or ""))}


@dataclass(frozen=True, slots=True)
class Line:
    """One entry: when, who, what, on which subject, by what right, why."""

    at: datetime
    name: str
    act: str
    subject: str
    subjects: int
    place: str
    right: str
    reason: str
    details: tuple[str, ...]

    @property
    def day(self) -> date:
        """The day in Việt Nam."""
        return self.at.astimezone(clock.ZONE).date()


def entries(leave: Leave, told: dict[str, Any]) -> QuerySet[Entry]:
    """Return the entries that are asked for, of the places that the leave covers."""
    subject = told["doi_tuong"].strip()
    found = entries_about(_full(subject)) if subject else Entry.objects.all()
    found = found.filter(_within(leave)).select_related("actor").order_by("-id")
    if told["nguoi"].strip():
        who = told["nguoi"].strip()
        found = found.filter(Q(actor__name__icontains=who) | Q(actor__code=who))
    if told["loai"]:
        found = found.filter(kind=told["loai"])
    if told["tu"]:
        found = found.filter(at__gte=_midnight(told["tu"]))
    if told["den"]:
        found = found.filter(at__lt=_midnight(told["den"] + timedelta(days=1)))
    return found


def turned(found: QuerySet[Entry], after: str) -> tuple[list[Entry], str]:
    """Return one page of entries behind a cursor, and the cursor of the next, "" at the end."""
    if after:
        try:
            found = found.filter(id__lt=signing.loads(after, salt=_SALT))
        except signing.BadSignature:
            after = ""
    some = list(found[: SIZE + 1])
    more = len(some) > SIZE
    return some[:SIZE], signing.dumps(some[SIZE - 1].pk, salt=_SALT) if more else ""


def line(entry: Entry) -> Line:
    """Return an entry as a line; of what is sealed only that it is there."""
    return Line(
        at=entry.at,
        name=entry.actor.name,
        act=entry.act,
        subject=entry.subject,
        subjects=len(entry.subjects),
        place=entry.place_code,
        right=entry.right,
        reason=entry.reason,
        details=tuple(_details(entry)),
    )


def _details(entry: Entry) -> list[str]:
    said = [f"{name}: {_plain(value)}" for name, value in sorted(entry.data.items()) if value]
    changed = sorted({*entry.before, *entry.after})
    if changed:
        said.append(_("đã đổi: %(fields)s") % {"fields": ", ".join(changed)})
    if entry.reason_sealed:
        said.append(_("có lời ghi, đã khóa"))
    return said


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        inside = {name: one for name, one in value.items() if name != "sealed"}
        return ", ".join(f"{name}={one}" for name, one in inside.items()) or _("đã khóa")
    return str(value)


def _full(subject: str) -> str:
    """Take a bare uuid for a child's."""
    return subject if ":" in subject else f"register.child:{subject}"


def _within(leave: Leave) -> Q:
    """Narrow to the places of the leave; who covers the whole area sees every entry."""
    if set(Tree.on(clock.today()).roots) & leave.places:
        return Q()
    known = world().units
    return Q(place_code__in=[known[place].key for place in leave.places if place in known])


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), clock.ZONE)
