"""Borrowing a right, giving it back, and the list of who borrowed what."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from mangnon import clock
from mangnon.access import actions
from mangnon.access.doors import own_warrant
from mangnon.access.errors import NotHere
from mangnon.access.forms.loans import BorrowForm
from mangnon.access.models import Loan
from mangnon.access.rights import OWN
from mangnon.access.routes import DeskRequest, private
from mangnon.access.sending import ActPage
from mangnon.ui.forms import Form

_MOST = 200
SAID = "said"  # of an entry whose reason was typed, and stands in it sealed


class Borrow(ActPage):
    """Borrow a right, for a reason and some hours."""

    form_class = BorrowForm
    title = _("Nhận quyền tạm thời")
    lead = _(
        "Quyền đối với hồ sơ trẻ em không ai giữ sẵn ở cấp quản trị: "
        "chỉ nhận quyền tạm thời khi cần."
    )
    button = _("Nhận quyền")

    def form_words(self) -> dict[str, Any]:
        return {"places": self.request.leave.places}

    def act(self, form: Form) -> str:
        typed = form.cleaned_data
        actions.borrow(
            self.request.user,
            typed["act"],
            typed["place"],
            reason=typed["reason"],
            hours=float(typed["hours"]),
            warrant=self.request.leave.warrant(SAID),
        )
        return reverse("my-rights")


borrow = private("access.borrow")(Borrow.as_view())


@private(OWN)
@require_POST
def give_back(request: DeskRequest, uuid: str) -> HttpResponse:
    """Give back one's own loan before its end."""
    loan = Loan.objects.filter(uuid=uuid, user=request.user).first()
    if loan is None:
        raise NotHere
    actions.give_back(loan, warrant=own_warrant(request.user, "access.borrow"))
    return redirect("my-rights")


@private("people.see")
@require_GET
def listed(request: DeskRequest) -> HttpResponse:
    """Show who borrowed which right, where, why: the latest first."""
    loans = Loan.objects.filter(place_id__in=request.leave.places).order_by("-lent_at")
    shown = loans.select_related("user__actor", "place")[:_MOST]
    return render(request, "access/loans.html", {"loans": shown, "now": clock.now()})
