"""The requests for files that a person keeps, and answering one."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mangnon import clock
from mangnon.access.doors import Leave
from mangnon.access.errors import NotHere
from mangnon.access.routes import DeskRequest, private
from mangnon.access.sending import ActPage
from mangnon.audit.actions import read
from mangnon.register import actions, identity
from mangnon.register.actions.changes import subject_of
from mangnon.register.forms.elsewhere import PURPOSES, RELEASE, AnswerForm
from mangnon.register.models import Transfer
from mangnon.register.queries import file_kept_at
from mangnon.ui.forms import Form

MOST = 100


@private("register.release")
def page(request: DeskRequest) -> HttpResponse:
    """Show the requests that wait for an answer from here, the oldest first."""
    waiting = [_shown(one) for one in _waiting_for(request.leave)]
    if waiting:
        named = [subject_of(one["transfer"].child) for one in waiting]
        read(request.leave.warrant(), "register.list", subjects=named, purpose="transfer")
    context = {
        "waiting": waiting,
        "crumbs": [(_("Trẻ em"), reverse("register:list")), (_("Yêu cầu chuyển hồ sơ"), None)],
    }
    return render(request, "register/transfers.html", context)


def _waiting_for(leave: Leave) -> Iterable[Transfer]:
    asked = Transfer.objects.filter(state=Transfer.State.ASKED).filter(
        Q(child__home__in=leave.places) | Q(child__home__isnull=True)
    )
    related = ("child__data_key", "place", "asked_by")
    found = asked.select_related(*related).order_by("asked_at")[:MOST]
    return [one for one in found if one.child.home_id or file_kept_at(one.child) in leave.places]


def _shown(transfer: Transfer) -> dict[str, Any]:
    return {
        "transfer": transfer,
        "name": identity.open_name(transfer.child) or "–",
        "purpose": PURPOSES[transfer.purpose],  # type: ignore[index]
    }


class Release(ActPage):
    """Release a file, or refuse it and say why."""

    form_class = AnswerForm
    title = gettext_lazy("Trả lời yêu cầu chuyển hồ sơ")
    button = gettext_lazy("Gửi trả lời")
    template = "register/release.html"
    transfer: Transfer

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        related = ("child__data_key", "place", "asked_by")
        found = Transfer.objects.select_related(*related).filter(uuid=kwargs["uuid"]).first()
        if found is None or not self.request.leave.covers([file_kept_at(found.child)]):
            raise NotHere
        self.transfer = found

    def note_reading(self) -> None:
        """Leave the entry of the name and the reason."""
        warrant = self.request.leave.warrant()
        read(
            warrant, "register.transfer", subjects=[subject_of(self.transfer.child)],
            purpose="transfer",
        )  # fmt: skip

    def initial(self) -> dict[str, Any]:
        return {"moved_on": clock.today()}

    def context(self) -> dict[str, Any]:
        child, sealed = self.transfer.child, self.transfer.reason_sealed
        return {
            **super().context(),
            **_shown(self.transfer),
            "child": child,
            "reason": identity.open_words(child, "transfer", sealed) or "–",
            "back": reverse("register:transfers"),
        }

    def act(self, form: Form) -> str:
        told, warrant = form.cleaned_data, self.request.leave.warrant()
        if told["decision"] == RELEASE:
            actions.release_child(self.transfer, moved_on=told["moved_on"], warrant=warrant)
        else:
            actions.refuse_transfer(self.transfer, reason=told["reason"], warrant=warrant)
        return reverse("register:transfers")
