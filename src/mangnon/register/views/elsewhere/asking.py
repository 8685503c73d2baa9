"""Asking whether another commune holds a child: one exact answer, or none."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mangnon.access.errors import NotHere
from mangnon.access.sending import ActPage
from mangnon.places.models import Place
from mangnon.register import actions
from mangnon.register.forms.elsewhere import PURPOSES, AskForm, RequestForm
from mangnon.register.models import Asking, Child, Transfer
from mangnon.register.queries import file_kept_at
from mangnon.register.views.reading.rights import holds
from mangnon.ui.forms import Form

MOST = 40


class Ask(ActPage):
    """Ask by exact name and birth date, for a reason; every asking is kept."""

    form_class = AskForm
    title = _("Hỏi hồ sơ của trẻ từ nơi khác")
    lead = _(
        "Chỉ trả lời khi họ tên và ngày sinh khớp hoàn toàn. Mỗi lần hỏi đều được ghi nhật ký."
    )
    button = _("Hỏi")
    template = "register/ask.html"

    def form_words(self) -> dict[str, Any]:
        return {"places": self.request.leave.places}

    def context(self) -> dict[str, Any]:
        asked = Transfer.objects.filter(place__in=self.request.leave.places)
        recent = asked.select_related("place", "asked_by").order_by("-asked_at")[:MOST]
        requests = [(one, PURPOSES[one.purpose]) for one in recent]  # type: ignore[index]
        return {**super().context(), "back": reverse("desk"), "requests": requests}

    def act(self, form: Form) -> str:
        assert isinstance(form, AskForm)
        told = form.cleaned_data
        asking = actions.ask_elsewhere(
            form.asked(),
            place=Place.objects.get(pk=told["place"]),
            purpose=told["purpose"],
            reason=told["reason"],
            warrant=self.request.leave.warrant(told["purpose"]),
        )
        return reverse("register:asked", args=[asking.uuid])


class Receive(Ask):
    """A child moved in: first ask who holds its file, else enter it."""

    title = _("Tiếp nhận trẻ chuyển đến")
    lead = _(
        "Trước hết hãy hỏi xem xã khác có đang giữ hồ sơ không. Nếu không có, bạn thêm trẻ mới."
    )

    def initial(self) -> dict[str, Any]:
        return {"purpose": "moved_in"}


class Asked(ActPage):
    """The answer to one's own asking; where a file is elsewhere, it may be requested."""

    form_class = RequestForm
    title = _("Kết quả hỏi")
    button = _("Xin chuyển hồ sơ về đây")
    template = "register/asked.html"
    asking: Asking

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        own = Asking.objects.filter(asked_by=self.request.user.actor)
        found = own.select_related("place").filter(uuid=kwargs["uuid"]).first()
        if found is None or not self.request.leave.covers([found.place_id]):
            raise NotHere
        self.asking = found

    def context(self) -> dict[str, Any]:
        return {
            **super().context(),
            "asking": self.asking,
            "own_file": self._own_file(),
            "may_enter": holds(self.request, "register.write"),
            "back": reverse("register:ask"),
        }

    def act(self, form: Form) -> str:
        warrant = self.request.leave.warrant(self.asking.purpose)
        actions.request_transfer(self.asking, reason=form.cleaned_data["reason"], warrant=warrant)
        return reverse("register:ask")

    def _own_file(self) -> str:
        """Return the address of a file that is within the asker's own reach."""
        child = Child.objects.filter(pk=self.asking.child_id).first()
        if child is None or file_kept_at(child) not in self.request.leave.places:
            return ""
        return reverse("register:file", args=[child.uuid])


class Withdraw(ActPage):
    """Take back a request of one's own place."""

    form_class = Form
    title = _("Rút lại yêu cầu chuyển hồ sơ")
    button = _("Rút lại yêu cầu")
    transfer: Transfer

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        found = Transfer.objects.filter(uuid=kwargs["uuid"]).first()
        if found is None or not self.request.leave.covers([found.place_id]):
            raise NotHere
        self.transfer = found

    def context(self) -> dict[str, Any]:
        return {**super().context(), "back": reverse("register:ask")}

    def act(self, form: Form) -> str:
        warrant = self.request.leave.warrant(self.transfer.purpose)
        actions.withdraw_transfer(self.transfer, warrant=warrant)
        return reverse("register:ask")
