"""Judging: criteria ticked with what proves them, recognition by a decision of a day."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy

from mangnon import clock
from mangnon.access.errors import NotHere
from mangnon.access.sending import ActPage
from mangnon.facilities import actions
from mangnon.facilities.actions import Ticked
from mangnon.facilities.forms import AssessForm, RecogniseCommuneForm, RecogniseSchoolForm
from mangnon.facilities.models import Facility, Standard
from mangnon.facilities.queries import commune_within
from mangnon.facilities.showing.standing import standards_for
from mangnon.facilities.views.acting import FacilityPage
from mangnon.places.models import Place
from mangnon.ui.forms import Form
from mangnon.ui.templatetags.mangnon_ui import named


class RecogniseSchool(FacilityPage):
    """Record the decision that a school meets a standard; a renewal is a new decision."""

    form_class = RecogniseSchoolForm
    title = gettext_lazy("Ghi quyết định công nhận trường")

    def form_words(self) -> dict[str, Any]:
        return {"standards": standards_for(self.facility)}

    def do(self, told: dict[str, Any]) -> None:
        level = int(told.pop("level"))
        actions.recognise_school(
            self.facility, **told, level=level, warrant=self.request.leave.warrant()
        )


class CommunePage(ActPage):
    """An act on the commune of the address."""

    template = "facilities/act.html"
    place: Place

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.place = commune_within(self.request.leave, kwargs["place"])

    def context(self) -> dict[str, Any]:
        return {**super().context(), "whose": named(self.place), "back": self.back()}

    def back(self) -> str:
        """Return where the act leads when it is done, or given up."""
        return reverse("facilities:commune", args=[self.place.key])


class RecogniseCommune(CommunePage):
    """Record the decision that a commune is child-friendly for a year."""

    form_class = RecogniseCommuneForm
    title = gettext_lazy("Ghi quyết định công nhận xã, phường")

    def form_words(self) -> dict[str, Any]:
        return {"standards": standards_for(self.place)}

    def initial(self) -> dict[str, Any]:
        return {"year": clock.today().year - 1}

    def act(self, form: Form) -> str:
        warrant = self.request.leave.warrant()
        actions.recognise_commune(self.place, **form.cleaned_data, warrant=warrant)
        return self.back()


class Assessing(ActPage):
    """What both pages of assessment share: the standard of the address, its known criteria."""

    form_class = AssessForm
    title = gettext_lazy("Đánh giá theo tiêu chuẩn")
    standard: Standard
    back: Callable[[], str]  # the page beside it has one

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        fitting = standards_for(self.whom())
        found = next((one for one in fitting if one.code == kwargs["standard"]), None)
        if found is None:
            raise NotHere
        self.standard = found

    def whom(self) -> Facility | Place:
        """Return what is assessed."""
        raise NotImplementedError

    def form_words(self) -> dict[str, Any]:
        criteria = list(self.standard.criteria.all())
        return {
            "criteria": criteria, "all_known": self.standard.criteria_known,
            "total": self.standard.points_total,
        }  # fmt: skip

    def initial(self) -> dict[str, Any]:
        """Offer last year, or the last one in which the standard was in force."""
        years = [clock.today().year - 1]
        if self.standard.valid_to is not None:
            years.append((self.standard.valid_to - timedelta(days=1)).year)
        return {"year": min(years)}

    def context(self) -> dict[str, Any]:
        return {**super().context(), "standard": self.standard}

    def act(self, form: Form) -> str:
        """Record what was ticked."""
        assert isinstance(form, AssessForm)
        told = form.cleaned_data
        ticks = {
            one.code: Ticked(
                told[f"met_{at}"] == "yes", told[f"points_{at}"], told[f"files_{at}"] or ()
            )
            for at, one in enumerate(form.criteria)
            if told[f"met_{at}"]
        }
        actions.assess_criteria(
            self.whom(), standard=self.standard, year=told["year"], ticks=ticks,
            score=told.get("score"), warrant=self.request.leave.warrant(),
        )  # fmt: skip
        return self.back()


class AssessSchool(Assessing, FacilityPage):
    """Assess a school."""

    def whom(self) -> Facility:
        return self.facility


class AssessCommune(Assessing, CommunePage):
    """Assess a commune."""

    def whom(self) -> Place:
        return self.place
