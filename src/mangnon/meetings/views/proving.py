"""Naming a meeting as a proof, taking that back; the files of a meeting and of its plan."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mangnon.access.errors import NotHere
from mangnon.access.routes import DeskRequest, private
from mangnon.attachments.actions import open_file
from mangnon.attachments.answering import sent
from mangnon.attachments.models import Attachment
from mangnon.meetings import actions
from mangnon.meetings.forms.after import ProofForm
from mangnon.meetings.models import Meeting, Proof
from mangnon.meetings.queries import meeting_within, provable, reaches
from mangnon.meetings.views.base import MeetingPage, NothingForm
from mangnon.ui.forms import Form


class Prove(MeetingPage):
    """Name the meeting as the proof of what its place owes."""

    form_class = ProofForm
    title = gettext_lazy("Lấy làm minh chứng cho nhiệm vụ")
    lead = gettext_lazy("Cùng với kế hoạch mà cấp mình đã ban hành.")
    button = gettext_lazy("Ghi minh chứng")

    def form_words(self) -> dict[str, Any]:
        return {"owed": list(provable(self.meeting))}

    def context(self) -> dict[str, Any]:
        owed = provable(self.meeting).exists()
        nothing = _("Nơi này không có nhiệm vụ nào đã nhận trước hội nghị mà còn chờ minh chứng.")
        return {**super().context(), "lead": self.lead if owed else nothing}

    def act(self, form: Form) -> str:
        assert isinstance(form, ProofForm)
        owed = provable(self.meeting).get(uuid=form.cleaned_data["assignment"])
        actions.prove(self.meeting, owed, form.plan(), warrant=self.warrant())
        messages.success(self.request, _("Đã ghi minh chứng. Hãy báo cáo kết quả nhiệm vụ."))
        return self.back()


class TakeBack(MeetingPage):
    """Take a proof back that was named by mistake."""

    form_class = NothingForm
    title = gettext_lazy("Gỡ minh chứng")
    lead = gettext_lazy("Nơi này không còn được tính là đã quán triệt bằng hội nghị này.")
    button = gettext_lazy("Gỡ minh chứng")
    proof: Proof

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.proof = proof_of(self.meeting, kwargs["proof"])

    def act(self, form: Form) -> str:
        actions.take_back(self.proof, warrant=self.warrant())
        return self.back()


@private("meetings.see")
def file(request: DeskRequest, uuid: UUID, file: UUID) -> HttpResponseBase:
    """Hand out minutes or a photograph: to who reaches the place that met."""
    meeting = _whose_files(request, uuid)
    kept = meeting.files.select_related("attachment").filter(uuid=file).first()
    if kept is None:
        raise NotHere
    return _handed_out(request, meeting, kept.attachment)


@private("meetings.see")
def plan(request: DeskRequest, uuid: UUID, proof: UUID) -> HttpResponseBase:
    """Hand out the plan behind a proof."""
    meeting = _whose_files(request, uuid)
    kept = proof_of(meeting, proof).plan_file
    if kept is None:
        raise NotHere
    return _handed_out(request, meeting, kept)


def _whose_files(request: DeskRequest, uuid: UUID) -> Meeting:
    """Return a meeting whose files this person opens; raises NotHere."""
    meeting = meeting_within(request.leave, uuid)
    if not reaches(request.leave, meeting):
        raise NotHere
    return meeting


def _handed_out(request: DeskRequest, meeting: Meeting, kept: Attachment) -> HttpResponseBase:
    opened = open_file(kept, warrant=request.leave.warrant(), place_code=meeting.place.key)
    return sent(opened, shown=True)


def proof_of(meeting: Meeting, uuid: UUID) -> Proof:
    """Return a proof of a meeting; raises NotHere."""
    rows = meeting.proofs.select_related("assignment", "plan_file", "meeting")
    found = rows.filter(uuid=uuid).first()
    if found is None:
        raise NotHere
    return found


_hold = private("meetings.hold")
prove = _hold(Prove.as_view())
take_back = _hold(TakeBack.as_view())
