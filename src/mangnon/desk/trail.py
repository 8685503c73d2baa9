"""The audit trail as an auditor reads it: by subject, by person, by day; no child's name in it."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy

from mangnon import clock
from mangnon.access.doors import Leave
from mangnon.access.tokens import number_of, token
from mangnon.audit.models import Actor, Entry
from mangnon.audit.queries import entries_about
from mangnon.audit.wording import rooms
from mangnon.places.tree import Tree
from mangnon.places.world import world
from mangnon.ui.forms import DayField, Form

SIZE = 50
_ENTRY = "audit.entry"


class TrailForm(Form):
    """What is asked of the trail."""

    doi_tuong = forms.CharField(
        label=gettext_lazy("Đối tượng (mã hồ sơ)"), required=False, max_length=96
    )
    nguoi = forms.CharField(
        label=gettext_lazy("Người"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"size": 14}),
    )
    loai = forms.ChoiceField(
        label=gettext_lazy("Loại"),
        choices=[
            ("", gettext_lazy("Tất cả")),
            ("act", gettext_lazy("Việc đã làm")),
            ("reading", gettext_lazy("Lượt đọc")),
        ],
        required=False,
    )
    linh_vuc = forms.ChoiceField(label=gettext_lazy("Lĩnh vực"), required=False)
    tu = DayField(label=gettext_lazy("Từ ngày"), required=False, help_text="")
    den = DayField(label=gettext_lazy("Đến ngày"), required=False, help_text="")

    def __init__(self, *args: Any, **words: Any) -> None:
        super().__init__(*args, **words)
        self.offer("linh_vuc", [("", gettext_lazy("Tất cả")), *rooms()])

    def asked(self) -> dict[str, str]:
        """Return what was filled in, as an address keeps it."""
        return {name: value for name in self.fields if (value := str(self.data.get(name) or ""))}


def entries(leave: Leave, told: dict[str, Any]) -> QuerySet[Entry]:
    """Return the entries that are asked for, of the places that the leave covers."""
    subject = told["doi_tuong"].strip()
    found = entries_about(_full(subject)) if subject else Entry.objects.all()
    found = found.filter(_within(leave)).select_related("actor").order_by("-id")
    if told["nguoi"].strip():
        who = told["nguoi"].strip()
        found = found.filter(_named(who))
    if told["loai"]:
        found = found.filter(kind=told["loai"])
    if told["linh_vuc"]:
        found = found.filter(act__startswith=f"{told['linh_vuc']}.")
    if told["tu"]:
        found = found.filter(at__gte=_midnight(told["tu"]))
    if told["den"]:
        found = found.filter(at__lt=_midnight(told["den"] + timedelta(days=1)))
    return found


def noted(told: dict[str, Any]) -> dict[str, str | bool]:
    """Return what the trail keeps of a question: kinds, days, whom and what it found.

    The trail forgets nothing, and somebody may type a child's name: of words that found nobody,
    or several, only that there were some.
    """
    kept = {name: str(value).strip() for name, value in told.items() if value}
    typed = {name: value for name, value in kept.items() if name in ("doi_tuong", "nguoi")}
    some = {name: _found(name, value) or True for name, value in typed.items() if value}
    return {name: some.get(name, value) for name, value in kept.items() if value}


def _found(field: str, typed: str) -> str:
    """Return the one person's code, or the subject of some entry, that was meant; "" for none."""
    if field == "doi_tuong":
        return typed if entries_about(_full(typed)).exists() else ""
    codes = Actor.objects.filter(_named(typed, "")).values_list("code", flat=True)[:2]
    return codes[0] if len(codes) == 1 else ""


def _named(who: str, of: str = "actor__") -> Q:
    return Q(**{f"{of}name__icontains": who}) | Q(**{f"{of}code": who})


def turned(found: QuerySet[Entry], after: str, *, reader: int) -> tuple[list[Entry], str]:
    """Return one page of entries behind a cursor, and the cursor of the next, "" at the end.

    A cursor is the reader's own; any other begins at the beginning.
    """
    last = _entry_at(after, reader)
    some = list((found if last is None else found.filter(id__lt=last))[: SIZE + 1])
    more = len(some) > SIZE
    return some[:SIZE], str(token(_ENTRY, some[SIZE - 1].pk, of=reader)) if more else ""


def _entry_at(cursor: str, reader: int) -> int | None:
    try:
        return number_of(_ENTRY, UUID(cursor), of=reader)
    except ValueError:
        return None


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
