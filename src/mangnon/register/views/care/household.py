"""Where a child's household lives, and with whom it lives together."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from mangnon.access.errors import NotHere
from mangnon.access.routes import DeskRequest
from mangnon.audit.actions import read
from mangnon.places.models import Place
from mangnon.register import actions, identity
from mangnon.register.access import child_within
from mangnon.register.errors import WrongState
from mangnon.register.forms.care import HomeForm, JoinForm
from mangnon.register.models import Child, Household
from mangnon.register.queries import file_kept_at
from mangnon.register.roster import roster
from mangnon.register.showing.household import is_shared_elsewhere
from mangnon.register.showing.rows import Row, rows_of
from mangnon.register.views.writing.base import ChildEditPage, ChildPage
from mangnon.text.sentence import Sentence
from mangnon.ui.forms import Form

MOST = 20


class HouseholdPage(ChildEditPage):
    """Write the address and telephone of the household; the first time it is entered."""

    form_class = HomeForm
    title = _("Hộ gia đình: địa chỉ, điện thoại")
    template = "register/act.html"

    def reveals(self) -> Iterable[str]:
        home = self.child.household
        if home is None:
            return []
        sealed = {"address": home.address_sealed, "telephone": home.telephone_sealed}
        return [f"register.reveal_{what}" for what, blob in sealed.items() if blob is not None]

    def form_words(self) -> dict[str, Any]:
        return {"shared": is_shared_elsewhere(self.child, self.request.leave)}

    def current(self) -> dict[str, str]:
        household = self.child.household
        if household is None:
            return {"address": "", "telephone": ""}
        return {
            "address": identity.open_address(household) or "",
            "telephone": identity.open_telephone(household) or "",
        }

    def lock(self) -> None:
        held = Child.objects.select_for_update(of=("self",))
        self.child = held.select_related("data_key", "household__data_key").get(pk=self.child.pk)
        if self.child.household_id is not None:
            home = Household.objects.select_for_update(of=("self",)).select_related("data_key")
            self.child.household = home.get(pk=self.child.household_id)

    def act(self, form: Form) -> str:
        told, warrant = dict(form.cleaned_data), self.request.leave.warrant()
        apart = told.pop("apart", False)
        if self.child.household is None:
            place = _place_of(self.child)
            household = actions.register_household(**told, place=place, warrant=warrant)
            actions.join_household(self.child, household, warrant=warrant)
            return self.back()
        let_go = self.sealed_let_go()
        if apart:
            actions.live_apart(self.child, **told, let_go=let_go, warrant=warrant)
        else:
            actions.set_home_details(self.child.household, **told, let_go=let_go, warrant=warrant)
        return self.back()


class JoinHousehold(ChildPage):
    """Find a brother or sister within reach, and live in the same household."""

    form_class = JoinForm
    title = _("Sống chung hộ với anh, chị, em")
    button = _("Tìm")
    template = "register/join.html"
    found: list[Row] | None = None

    def post(self, request: DeskRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """A name alone searches and writes nothing: it never stands in an address."""
        if request.POST.get("child"):
            return super().post(request, *args, **kwargs)
        form = JoinForm(request.POST)
        if form.is_valid():
            self.found = self._search(form.cleaned_data["q"])
        return self._shown(form)

    def act(self, form: Form) -> str:
        try:
            other = child_within(self.request.leave, form.cleaned_data["child"])
        except NotHere:
            raise _not_found() from None
        if other.pk == self.child.pk:
            raise _not_found()
        warrant = self.request.leave.warrant()
        household = other.household
        if household is None:
            household = actions.register_household(place=_place_of(other), warrant=warrant)
            actions.join_household(other, household, warrant=warrant)
        actions.join_household(self.child, household, warrant=warrant)
        return self.back()

    def context(self) -> dict[str, Any]:
        return {**super().context(), "found": self.found}

    def _search(self, text: str) -> list[Row]:
        leave = self.request.leave
        hits = roster().search(text, scope=leave.places, limit=MOST).hits
        rows = rows_of([hit.id for hit in hits if hit.id != self.child.pk])
        if rows:
            named = [f"register.child:{row.uuid}" for row in rows]
            read(leave.warrant(), "register.list", subjects=named, purpose="act")
        return rows


def _place_of(child: Child) -> Place:
    return Place.objects.get(pk=file_kept_at(child))


def _not_found() -> WrongState:
    return WrongState(
        Sentence(vi="Không tìm thấy trẻ này. Hãy tìm lại.", en="Not found. Search again.")
    )
