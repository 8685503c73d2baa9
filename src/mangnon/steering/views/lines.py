"""Offices: the lines side by side on a day, and one office with all that it did here."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from mangnon import clock
from mangnon.access.errors import NotHere
from mangnon.access.routes import DeskRequest, private
from mangnon.access.scope import lies_within
from mangnon.access.wording import place_name
from mangnon.places.models import Office, OfficeChange
from mangnon.steering.forms.days import DayForm
from mangnon.steering.lines import LINES, lines
from mangnon.steering.models import Member
from mangnon.steering.views.common import covers, decided, frame, may, table
from mangnon.ui.parts import Cell, Link, Section
from mangnon.ui.templatetags.mangnon_ui import day, named, page_language

UNPROCESSABLE = 422


@private("steering.see")
def page(request: DeskRequest) -> HttpResponse:
    """Show the lines on the day asked for, today unless told."""
    form = DayForm(request.GET if "ngay" in request.GET else {"ngay": day(clock.today())})
    good = form.is_valid()
    when: date = form.cleaned_data["ngay"] if good else clock.today()
    context = {
        **frame("lines"),
        "title": _("Cơ quan chỉ đạo"),
        "form": form,
        "ways": [Link(_("Ghi một cơ quan"), reverse("steering:open_office"))]
        if may(request)
        else [],
        "day": when,
        "rows": lines(when),
        "heads": [line_words(line) for line in LINES],
        "changes": table("changes", _("Đổi tên, hợp nhất, chuyển giao"), *_changes()),
    }
    return render(request, "steering/lines.html", context, status=200 if good else UNPROCESSABLE)


@private("steering.see")
def office(request: DeskRequest, code: str) -> HttpResponse:
    """Show one office: where it stands, what it came from, what it leads and did."""
    rows = Office.objects.select_related("place", "parent")
    found = rows.filter(code=code).first()
    if found is None:
        raise NotHere
    context = {
        **frame(""),
        "title": named(found),
        "crumbs": [(_("Cơ quan chỉ đạo"), reverse("steering:lines")), (named(found), None)],
        "ways": _ways(request, found),
        "facts": _facts(found),
        "parts": [
            Section(words=_note(found)),
            Section(table=_seats(found)),
            Section(table=_inspected(request, found)),
        ],
    }
    return render(request, "ui/sections.html", context)


def _ways(request: DeskRequest, one: Office) -> list[Link]:
    if one.valid_to is not None or not covers(request, one.place_id):
        return []
    acts = ((_("Ghi thay đổi"), "change_office"), (_("Ghi thôi hoạt động"), "close_office"))
    return [Link(title, reverse(f"steering:{name}", args=[one.code])) for title, name in acts]


def line_words(line: str) -> str:
    """Return the title of a line of offices."""
    return {
        Office.Line.PARTY: _("Hệ thống Đảng"),
        Office.Line.STATE: _("Hệ thống Nhà nước"),
        Office.Line.MASS: _("Đoàn thể"),
    }[Office.Line(line)]


def office_url(one: Office) -> str:
    """Return the address of an office's page at the desk."""
    return reverse("steering:office", args=[one.code])


def _link(one: Office) -> str:
    return format_html('<a href="{}">{}</a>', office_url(one), named(one))


def _note(one: Office) -> str:
    return one.note_en if page_language() == "en" and one.note_en else one.note_vi


def _facts(one: Office) -> list[tuple[str, str]]:
    below = format_html_join(", ", "{}", ((_link(b),) for b in one.branches.order_by("pk")))
    came = [_became(change, change.source) for change in one.came_from.select_related("source")]
    went = [_became(change, change.target) for change in one.became.select_related("target")]
    none = _("chưa có trong danh mục")
    words = [
        (_("Hệ thống"), line_words(one.line)),
        (_("Địa bàn"), place_name(one.place)),
        (_("Từ ngày"), day(one.valid_from)),
        (_("Đến trước ngày"), day(one.valid_to)),
        (_("Cơ quan cấp trên"), _link(one.parent) if one.parent else none),
        (_("Cơ quan cấp dưới"), below or none),
        (_("Trước đó là"), format_html_join("; ", "{}", ((each,) for each in came))),
        (_("Sau đó"), format_html_join("; ", "{}", ((each,) for each in went))),
    ]
    return [(term, said) for term, said in words if said]


def _became(change: OfficeChange, other: Office) -> str:
    """Say what kind of change, with whom, when, by which decision."""
    by = change.decision or _("chưa có bản quyết định")
    told = (change.get_kind_display(), _link(other), day(change.day), by)
    return format_html("{}: {} ({}; {})", *told)


def _changes() -> tuple[list[str], list[list[Cell]]]:
    titles = [_("Cơ quan"), _("Thay đổi"), _("Thành"), _("Ngày"), _("Theo quyết định")]
    found = OfficeChange.objects.select_related("source", "target").order_by("-day", "pk")
    return titles, [
        [
            Cell(named(one.source), office_url(one.source)),
            Cell(str(one.get_kind_display())),
            Cell(named(one.target), office_url(one.target)),
            Cell(day(one.day)),
            Cell(one.decision or _("chưa có bản quyết định")),
        ]
        for one in found
    ]


def _seats(one: Office) -> Any:
    rows = Member.objects.filter(office=one).select_related("committee__place")
    titles = [_("Ban chỉ đạo"), _("Địa bàn"), _("Chức danh"), _("Vai trò")]
    cells = [
        [
            Cell(str(seat.committee), reverse("steering:committee", args=[seat.committee.uuid])),
            Cell(place_name(seat.committee.place)),
            Cell(seat.post),
            Cell(str(seat.get_role_display())),
        ]
        for seat in rows.order_by("-committee__valid_from", "pk")
    ]
    return table("seats", _("Trong các ban chỉ đạo"), titles, cells)


def _inspected(request: DeskRequest, one: Office) -> Any:
    reached = lies_within(request.leave.places, "place", "by__place")
    rows = one.inspections.filter(reached).select_related("place")
    cells = [
        [
            Cell(str(each), reverse("steering:inspection", args=[each.uuid])),
            Cell(place_name(each.place)),
            Cell(decided(each.decision, each.decided_on)),
        ]
        for each in rows
    ]
    titles = [_("Nội dung"), _("Nơi được kiểm tra"), _("Quyết định")]
    return table("inspected", _("Đã kiểm tra"), titles, cells)
