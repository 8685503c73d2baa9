"""Who cares for a child: entered, corrected, taken off."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from mangnon.register import actions, identity
from mangnon.register.access import record_within
from mangnon.register.actions.checks import locked
from mangnon.register.forms.care import GuardianForm
from mangnon.register.forms.weighdays import NothingToFill
from mangnon.register.models import Guardian
from mangnon.register.views.writing.base import ChildEditPage, ChildPage
from mangnon.ui.forms import Form


class GuardianPage(ChildEditPage):
    """Enter a guardian, or correct the one of the address."""

    form_class = GuardianForm
    title = _("Người chăm sóc trẻ")
    template = "register/guardian_act.html"
    guardian: Guardian | None = None

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if "guardian" in kwargs:
            self.guardian = record_within(
                self.child.guardians.all(), kwargs["guardian"], self.child
            )

    def reveals(self) -> Iterable[str]:
        return [] if self.guardian is None else ["register.reveal_guardian"]

    def current(self) -> dict[str, str]:
        if self.guardian is None:
            return {}
        return {
            "relation": self.guardian.relation,
            "name": identity.open_guardian(self.guardian) or "",
            "telephone": identity.open_guardian_telephone(self.guardian) or "",
        }

    def context(self) -> dict[str, Any]:
        return {**super().context(), "guardian_token": self.kwargs.get("guardian")}

    def lock(self) -> None:
        self.child = locked(self.child)
        if self.guardian is not None:
            self.guardian = self.child.guardians.filter(pk=self.guardian.pk).first()

    def act(self, form: Form) -> str:
        actions.set_guardian(
            self.child,
            self.guardian,
            **form.cleaned_data,
            let_go=self.sealed_let_go(),
            warrant=self.request.leave.warrant(),
        )
        return self.back()


class RemoveGuardian(ChildPage):
    """Take a guardian off the child's file."""

    form_class = NothingToFill
    title = _("Bỏ người chăm sóc khỏi hồ sơ")
    button = _("Bỏ khỏi hồ sơ")
    guardian: Guardian

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.guardian = record_within(self.child.guardians.all(), kwargs["guardian"], self.child)

    def act(self, form: Form) -> str:
        actions.remove_guardian(self.guardian, warrant=self.request.leave.warrant())
        return self.back()
