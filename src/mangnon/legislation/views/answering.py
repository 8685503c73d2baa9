"""Answering what a reader said is wrong."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mangnon.access.errors import NotHere
from mangnon.access.sending import ActPage
from mangnon.legislation.actions.problems import close_problem
from mangnon.legislation.forms import CloseForm
from mangnon.legislation.models import Problem
from mangnon.legislation.views.reading import way
from mangnon.ui.forms import Form


class Close(ActPage):
    """Say how a problem was settled."""

    form_class = CloseForm
    title = gettext_lazy("Ghi cách xử lý")
    button = gettext_lazy("Ghi")
    problem: Problem

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        rows = Problem.objects.select_related("document").filter(closed_on=None)
        found = rows.filter(uuid=kwargs["uuid"]).first()
        if found is None:
            raise NotHere
        self.problem = found

    def context(self) -> dict[str, Any]:
        back = reverse("legislation:problems")
        crumbs = way((_("Lời báo sai"), back), (str(self.title), None))
        lead = f"{self.problem.document}: {self.problem.words}"
        return {**super().context(), "back": back, "lead": lead, "crumbs": crumbs}

    def act(self, form: Form) -> str:
        answer, warrant = form.cleaned_data["answer"], self.request.leave.warrant()
        close_problem(self.problem, answer, warrant=warrant)
        messages.success(self.request, _("Đã ghi cách xử lý."))
        return reverse("legislation:problems")
