"""Acting: a facility opened, moved, closed; people in post, away, gone; what it offers."""

from typing import Any

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mangnon import clock
from mangnon.access.errors import NotHere
from mangnon.access.sending import ActPage
from mangnon.facilities import actions
from mangnon.facilities.forms import (
    AwayForm,
    CloseForm,
    HireForm,
    LeavePostForm,
    MoveForm,
    OfferForm,
    OpenForm,
)
from mangnon.facilities.models import Facility, Post, PublicOffer, StaffTitle
from mangnon.facilities.queries import communes_today, facility_within
from mangnon.ui.forms import Form


class Open(ActPage):
    """Add a health station or a school."""

    form_class = OpenForm
    title = gettext_lazy("Thêm một cơ sở")

    def form_words(self) -> dict[str, Any]:
        return {"places": communes_today(self.request.leave)}

    def context(self) -> dict[str, Any]:
        return {**super().context(), "back": reverse("facilities:list")}

    def act(self, form: Form) -> str:
        made = actions.open_facility(**form.cleaned_data, warrant=self.request.leave.warrant())
        return reverse("facilities:one", args=[made.code])


class FacilityPage(ActPage):
    """An act on the facility of the address."""

    template = "facilities/act.html"
    facility: Facility

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.facility = facility_within(self.request.leave, kwargs["code"])

    def context(self) -> dict[str, Any]:
        return {**super().context(), "whose": self.facility.name, "back": self.back()}

    def back(self) -> str:
        """Return where the act leads when it is done, or given up."""
        return reverse("facilities:one", args=[self.facility.code])

    def act(self, form: Form) -> str:
        self.do(form.cleaned_data)
        messages.success(self.request, _("Đã ghi."))
        return self.back()

    def do(self, told: dict[str, Any]) -> None:
        """Do the act with what was told."""
        raise NotImplementedError


class Close(FacilityPage):
    """Close the facility; its posts end with it."""

    form_class = CloseForm
    title = gettext_lazy("Đóng cơ sở")

    def do(self, told: dict[str, Any]) -> None:
        actions.close_facility(self.facility, **told, warrant=self.request.leave.warrant())


class Move(FacilityPage):
    """Move the facility to another commune."""

    form_class = MoveForm
    title = gettext_lazy("Chuyển sang xã khác")

    def form_words(self) -> dict[str, Any]:
        return {"places": communes_today(self.request.leave)}

    def do(self, told: dict[str, Any]) -> None:
        actions.move_site(self.facility, **told, warrant=self.request.leave.warrant())


class Hire(FacilityPage):
    """Put somebody in post."""

    form_class = HireForm
    title = gettext_lazy("Ghi người nhận việc")

    def form_words(self) -> dict[str, Any]:
        return {"titles": titles_today()}

    def initial(self) -> dict[str, Any]:
        return {"share_of_time": 1}

    def do(self, told: dict[str, Any]) -> None:
        actions.hire(self.facility, **told, warrant=self.request.leave.warrant())


class PostPage(FacilityPage):
    """An act on somebody in post, named by the staff number."""

    post_held: Post

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        rows = self.facility.posts.filter(staff_number=kwargs["staff"], valid_to__isnull=True)
        found = rows.select_related("title").order_by("-valid_from").first()
        if found is None:
            raise NotHere
        self.post_held = found

    def context(self) -> dict[str, Any]:
        whose = f"{self.post_held.title.name_vi} · {self.post_held.staff_number}"
        return {**super().context(), "whose": f"{self.facility.name} · {whose}"}


class LeavePost(PostPage):
    """End the post."""

    form_class = LeavePostForm
    title = gettext_lazy("Ghi người thôi làm")

    def do(self, told: dict[str, Any]) -> None:
        actions.leave_post(self.post_held, **told, warrant=self.request.leave.warrant())


class GoAway(PostPage):
    """Record a leave."""

    form_class = AwayForm
    title = gettext_lazy("Ghi thời gian nghỉ")

    def do(self, told: dict[str, Any]) -> None:
        actions.go_on_leave(self.post_held, **told, warrant=self.request.leave.warrant())


class Offer(FacilityPage):
    """Publish what the facility offers to children, or take it back."""

    form_class = OfferForm
    title = gettext_lazy("Nội dung dành cho trẻ em")
    button = gettext_lazy("Công khai")

    def initial(self) -> dict[str, Any]:
        held = PublicOffer.objects.filter(code=self.facility.code).first()
        return {} if held is None else {"words_vi": held.words_vi, "words_en": held.words_en}

    def do(self, told: dict[str, Any]) -> None:
        warrant = self.request.leave.warrant()
        if told["words_vi"].strip():
            actions.publish_offer(self.facility, **told, warrant=warrant)
        else:
            actions.withdraw_offer(self.facility, warrant=warrant)


def titles_today() -> QuerySet[StaffTitle]:
    """Return the titles in force today."""
    today = clock.today()
    begun = Q(valid_from__isnull=True) | Q(valid_from__lte=today)
    lasting = Q(valid_to__isnull=True) | Q(valid_to__gt=today)
    return StaffTitle.objects.filter(begun, lasting).order_by("name_vi")
