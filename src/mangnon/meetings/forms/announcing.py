"""Announcing a meeting."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mangnon import clock
from mangnon.meetings.details import Details
from mangnon.meetings.forms.hours import HourField, ProgrammeField
from mangnon.meetings.judging import MOST
from mangnon.meetings.models import Meeting
from mangnon.places.models import Kind, Office, Place
from mangnon.places.tree import Tree
from mangnon.ui.forms import DayField, Form
from mangnon.ui.forms.select import LongSelect
from mangnon.ui.templatetags.mangnon_ui import named


class MeetingForm(Form):
    """What, when, where; gives ``Details``. Four answers are enough."""

    kind = forms.ChoiceField(
        label=_("Loại"), choices=Meeting.Kind.choices, initial=Meeting.Kind.CONFERENCE,
        widget=forms.RadioSelect,
    )  # fmt: skip
    title = forms.CharField(label=_("Tên hội nghị, lớp tập huấn"), max_length=300)
    day = DayField(label=_("Ngày"))
    place = forms.ChoiceField(label=_("Địa bàn tổ chức"), widget=LongSelect)
    starts = HourField(label=_("Bắt đầu lúc"), required=False)
    ends = HourField(label=_("Kết thúc lúc"), required=False)
    last_day = DayField(label=_("Ngày cuối, nếu kéo dài nhiều ngày"), required=False)
    office = forms.ChoiceField(label=_("Cơ quan chủ trì"), required=False, widget=LongSelect)
    hall = forms.CharField(label=_("Hội trường, địa điểm"), required=False, max_length=200)
    capacity = forms.IntegerField(
        label=_("Số chỗ ngồi"), required=False, min_value=1, max_value=MOST,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 6}),
    )  # fmt: skip
    programme = ProgrammeField(label=_("Chương trình"))

    def __init__(
        self, *args: Any, places: Collection[int], kept: Meeting | None = None, **words: Any
    ) -> None:
        super().__init__(*args, **words)
        choices = places_of(places, kept)
        self.offer("place", choices)
        if len(choices) == 1:
            self.fields["place"].initial = choices[0][0]
        self.offer("office", [("", _("Chính địa bàn tổ chức")), *offices_near(places, kept)])

    def details(self) -> Details:
        """Return the answers as an act takes them."""
        told = self.cleaned_data
        office = Office.objects.get(pk=told["office"]) if told["office"] else None
        return Details(
            kind=told["kind"], title_vi=told["title"], day=told["day"], starts=told["starts"],
            ends=told["ends"], last_day=told["last_day"], office=office, hall=told["hall"],
            place=Place.objects.get(pk=told["place"]), capacity=told["capacity"],
            programme=told["programme"],
        )  # fmt: skip


def places_of(places: Collection[int], kept: Meeting | None = None) -> list[tuple[str, str]]:
    """Return the places of today among those given, as choices; and where a kept meeting stands."""
    tree = Tree.on(clock.today())
    found = [
        (str(unit.id), _said(tree, unit.id))
        for unit in tree
        if unit.id in places and unit.kind != Kind.VILLAGE
    ]
    if kept is not None and kept.place_id not in tree:
        found.append((str(kept.place_id), named(kept.place)))
    return found


def offices_near(places: Collection[int], kept: Meeting | None = None) -> list[tuple[str, str]]:
    """Return the offices that are open today at the places or above them, as choices."""
    today = clock.today()
    tree = Tree.on(today)
    near = {above for one in places if one in tree for above in tree.path(one)}
    begun = Q(valid_from__isnull=True) | Q(valid_from__lte=today)
    lasting = Q(valid_to__isnull=True) | Q(valid_to__gt=today)
    open_now = begun & lasting & Q(place__in=near)
    named_there = Q(pk=kept.office_id) if kept is not None else Q(pk=None)
    rows = Office.objects.filter(open_now | named_there).order_by("place__sort_key", "name_vi")
    return [(str(one.pk), named(one)) for one in rows]


def _said(tree: Tree, place: int) -> str:
    """Name a place; a commune with its district, where the map has one."""
    above = tree.parent(place)
    unit = tree.place(place)
    if unit.kind != Kind.COMMUNE or above is None or tree.place(above).kind != Kind.DISTRICT:
        return named(unit)
    return f"{named(unit)} ({named(tree.place(above))})"
