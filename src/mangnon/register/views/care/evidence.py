"""The paper on which a finding of special circumstances rests: written when it comes, corrected."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from mangnon.register import actions, identity
from mangnon.register.access import record_within
from mangnon.register.actions.checks import locked
from mangnon.register.forms.support import EvidenceForm
from mangnon.register.models import Circumstance
from mangnon.register.views.writing.base import ChildEditPage
from mangnon.text.dates import format_date
from mangnon.ui.forms import Form


class EvidencePage(ChildEditPage):
    """Write on which paper one spell of the child rests."""

    form_class = EvidenceForm
    title = _("Giấy tờ làm căn cứ")
    template = "register/evidence_act.html"
    spell: Circumstance

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        known = self.child.circumstances.select_related("group")
        self.spell = record_within(known, kwargs["spell"], self.child)

    def reveals(self) -> Iterable[str]:
        return [] if self.spell.evidence_id is None else ["register.reveal_evidence"]

    def current(self) -> dict[str, str]:
        spell = self.spell
        return {
            "evidence": str(spell.evidence_id or ""),
            "evidence_number": identity.open_paper(spell, "number") or "",
            "evidence_on": format_date(spell.evidence_on, "vi") if spell.evidence_on else "",
            "evidence_issuer": identity.open_paper(spell, "issuer") or "",
        }

    def context(self) -> dict[str, Any]:
        return {**super().context(), "spell": self.spell}

    def lock(self) -> None:
        self.child = locked(self.child)
        self.spell = self.child.circumstances.select_related("group").get(pk=self.spell.pk)

    def act(self, form: Form) -> str:
        assert isinstance(form, EvidenceForm)
        actions.set_evidence(
            self.spell,
            form.told_evidence(),
            let_go=self.sealed_let_go(),
            warrant=self.request.leave.warrant(),
        )
        return self.back()
