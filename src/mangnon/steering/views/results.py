"""Reviews and commendations: the lists, and writing one down."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mangnon.access.routes import DeskRequest, private
from mangnon.access.sending import ActPage
from mangnon.access.wording import place_name
from mangnon.steering import actions
from mangnon.steering.forms.records import CommendationForm, ReviewForm
from mangnon.steering.models import Commendation, Review
from mangnon.steering.views.common import decided, frame, may, simulated, table
from mangnon.ui.forms import Form
from mangnon.ui.parts import Cell, Link, Section
from mangnon.ui.templatetags.mangnon_ui import day, named

MOST = 100


@private("steering.see")
def reviews(request: DeskRequest) -> HttpResponse:
    """Show the reviews, the newest first, each with its conclusion."""
    found = Review.objects.select_related("place", "office", "document")[:MOST]
    context = {
        **frame("reviews"),
        "title": _("Sơ kết, tổng kết"),
        "ways": _ways(request, _("Ghi một cuộc sơ kết, tổng kết"), "review"),
        "parts": [_review(each) for each in found]
        or [Section(words=_("Chưa có cuộc sơ kết, tổng kết nào."))],
    }
    return render(request, "ui/sections.html", context)


@private("steering.see")
def commendations(request: DeskRequest) -> HttpResponse:
    """Show who was commended for what, the newest first."""
    rows = [
        [
            Cell(_who(each)),
            Cell(str(each.get_kind_display())),
            Cell(each.what_for),
            Cell(named(each.by)),
            Cell(decided(each.decision, each.decided_on)),
            Cell(simulated(each)),
        ]
        for each in Commendation.objects.select_related("by", "office", "place")[:MOST]
    ]
    titles = [
        *(_("Được khen"), _("Hình thức"), _("Thành tích"), _("Cơ quan khen"), _("Quyết định")),
        _("Ghi chú"),
    ]
    listed = table("commendations", _("Khen thưởng"), titles, rows)
    context = {
        **frame("commendations"),
        "title": _("Khen thưởng"),
        "ways": _ways(request, _("Ghi một quyết định khen thưởng"), "commend"),
        "parts": [Section(table=listed, words="" if listed else _("Chưa có khen thưởng nào."))],
    }
    return render(request, "ui/sections.html", context)


def _ways(request: DeskRequest, label: str, name: str) -> list[Link]:
    return [Link(label, reverse(f"steering:{name}"))] if may(request) else []


def _review(one: Review) -> Section:
    number = one.number or (str(one.document) if one.document else _("chưa có"))
    facts = [
        (_("Giai đoạn"), f"{day(one.period_from)} – {day(one.period_to)}"),
        (_("Ngày họp"), day(one.held_on)),
        (_("Cơ quan tổ chức"), named(one.office)),
        (_("Báo cáo"), number),
    ]
    if one.simulated:
        facts.append((_("Ghi chú"), simulated(one)))
    return Section(f"{one.get_kind_display()}: {place_name(one.place)}", one.conclusion, facts)


def _who(one: Commendation) -> str:
    if one.office is not None:
        return named(one.office)
    return place_name(one.place) if one.place is not None else one.organisation


class _Write(ActPage):
    """Write down one record of a list."""

    page = ""

    def form_words(self) -> dict[str, Any]:
        return {"places": self.request.leave.places}

    def context(self) -> dict[str, Any]:
        return {"back": reverse(f"steering:{self.page}")}


class WriteReview(_Write):
    """Write down a review."""

    form_class = ReviewForm
    title = gettext_lazy("Ghi một cuộc sơ kết, tổng kết")
    page = "reviews"

    def act(self, form: Form) -> str:
        actions.review(**form.cleaned_data, warrant=self.request.leave.warrant())
        return reverse("steering:reviews")


class Commend(_Write):
    """Write down a commendation."""

    form_class = CommendationForm
    title = gettext_lazy("Ghi một quyết định khen thưởng")
    page = "commendations"

    def act(self, form: Form) -> str:
        actions.commend(**form.cleaned_data, warrant=self.request.leave.warrant())
        return reverse("steering:commendations")
