"""Moving, dying, being born."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mangnon.access.sending import ActPage
from mangnon.places.models import Place
from mangnon.register import actions
from mangnon.register.forms.living import AWAY, BirthForm, DeathForm, MoveForm
from mangnon.register.views.writing.base import ChildPage
from mangnon.ui.forms import Form


class Move(ChildPage):
    """Move a child within reach, or away from the area."""

    form_class = MoveForm
    title = _("Ghi chuyển nơi ở")
    lead = _(
        "Nếu trẻ chuyển đến xã khác trong địa bàn chương trình mà bạn không phụ trách, "
        "xã đó sẽ xin nhận hồ sơ. Địa chỉ và điện thoại của hộ ở lại nơi cũ; nơi đến hỏi lại "
        "gia đình."
    )

    def form_words(self) -> dict[str, Any]:
        family = len(actions.living_with(self.child)) > 1
        return {"places": self.request.leave.places, "family": family}

    def act(self, form: Form) -> str:
        told, warrant = form.cleaned_data, self.request.leave.warrant()
        together = told.get("together", False)
        if told["place"] == AWAY:
            move_off = actions.move_household_away if together else actions.move_away
            move_off(self.child, left_on=told["moved_on"], warrant=warrant)
        else:
            move = actions.move_household if together else actions.move_child
            place = Place.objects.get(pk=told["place"])
            move(
                self.child, place=place, moved_on=told["moved_on"], kind=told["kind"],
                warrant=warrant,
            )  # fmt: skip
        return self.back()


class Die(ChildPage):
    """Record a child's death; the answers are shown once more first."""

    form_class = DeathForm
    title = _("Ghi trẻ tử vong")
    checks = True

    def act(self, form: Form) -> str:
        actions.record_death(self.child, **form.cleaned_data, warrant=self.request.leave.warrant())
        return self.back()


class Bear(ActPage):
    """Record a live birth, which counts even before the child has a file."""

    form_class = BirthForm
    title = _("Ghi một trẻ mới sinh")

    def form_words(self) -> dict[str, Any]:
        return {"places": self.request.leave.places}

    def context(self) -> dict[str, Any]:
        return {**super().context(), "back": reverse("desk")}

    def act(self, form: Form) -> str:
        told = form.cleaned_data
        actions.record_birth(
            place=Place.objects.get(pk=told["place"]),
            born_on=told["born_on"],
            sex=told["sex"],
            registered_on=told["registered_on"],
            warrant=self.request.leave.warrant(),
        )
        return reverse("desk")
