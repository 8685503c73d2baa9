"""The roles that wait for a second administrator, and her answer."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from mangnon.access import actions, unconfirmed
from mangnon.access.errors import NotHere
from mangnon.access.forms.answers import CONFIRM, AnswerForm
from mangnon.access.models import Holding
from mangnon.access.routes import DeskRequest, private
from mangnon.access.sending import ActPage
from mangnon.ui.forms import Form

TITLE = gettext_lazy("Vai trò chờ người quản trị thứ hai xác nhận")


@private("people.manage")
@require_GET
def listed(request: DeskRequest) -> HttpResponse:
    """List what waits within reach, batch by batch."""
    words = {
        "title": TITLE,
        "batches": unconfirmed.batches(request.leave),
        "alone": not unconfirmed.has_another(request.user),
        "crumbs": [(_("Mọi người"), reverse("people")), (_("Chờ xác nhận"), None)],
    }
    return render(request, "access/unconfirmed.html", words)


class Answer(ActPage):
    """One batch: everybody on it, and the answer to all or to some."""

    form_class = AnswerForm
    title = TITLE
    button = gettext_lazy("Ghi câu trả lời")
    template = "access/unconfirmed_batch.html"
    batch: unconfirmed.Batch | None

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        leave, uuid = self.request.leave, kwargs["batch"]
        self.batch = next(iter(unconfirmed.batches(leave, uuid)), None)
        given = Holding.objects.filter(batch=uuid, place_id__in=leave.places)
        if self.batch is None and not given.exists():
            raise NotHere

    def get(self, request: DeskRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.batch is None:
            return redirect("unconfirmed")
        return super().get(request, *args, **kwargs)

    def form_words(self) -> dict[str, Any]:
        batch = self.batch
        return {"rows": [one for one in batch.rows if one.pk in batch.open_to_me] if batch else []}

    def context(self) -> dict[str, Any]:
        ticked = self.request.POST.getlist("ticked")
        crumbs = [(_("Mọi người"), reverse("people")),
                  (_("Chờ xác nhận"), reverse("unconfirmed")), (_("Danh sách"), None)]  # fmt: skip
        back = reverse("unconfirmed")
        return {"batch": self.batch, "ticked": ticked, "crumbs": crumbs, "back": back}

    def act(self, form: Form) -> str:
        assert isinstance(form, AnswerForm)
        answer, warrant = form.cleaned_data["answer"], self.request.leave.warrant()
        if answer == CONFIRM:
            done = actions.confirm_waiting(form.chosen(), warrant=warrant)
            said = _("Số vai trò đã xác nhận: %(done)s.")
        else:
            refusal = Holding.Refusal(answer)
            done = actions.refuse_waiting(form.chosen(), refusal=refusal, warrant=warrant)
            said = _("Số vai trò đã từ chối: %(done)s.")
        messages.success(self.request, said % {"done": done})
        return reverse("unconfirmed")


answer = private("people.manage")(Answer.as_view())
