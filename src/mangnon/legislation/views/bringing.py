"""Bringing many documents at the desk: tried first, then written whole or not at all."""

import csv
import io
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mangnon.access.routes import DeskRequest, private
from mangnon.access.sending import ActPage
from mangnon.access.sending.pages import UNPROCESSABLE
from mangnon.access.sending.tokens import Token
from mangnon.attachments import errors
from mangnon.attachments.judging import MOST_BYTES
from mangnon.legislation.actions.bringing import Brought, bring_many
from mangnon.legislation.bringing.columns import BY_CODE, COLUMNS
from mangnon.legislation.bringing.files import Beside
from mangnon.legislation.forms import BringForm
from mangnon.legislation.views.reading import way
from mangnon.text.sentence import DomainError
from mangnon.ui.forms import Form

MOST_ROWS, SHOWN = 2_000, 200


class NotWritten(DomainError):
    """Nothing was written: the page shows what was found."""


class Bring(ActPage):
    """Try or write a spreadsheet of documents."""

    form_class = BringForm
    title = gettext_lazy("Nhập nhiều văn bản")
    lead = gettext_lazy("Nhập cùng một tệp lần nữa không đổi gì.")
    button = gettext_lazy("Xét bảng tính")
    template = "legislation/bring.html"
    done: Brought | None = None

    def context(self) -> dict[str, Any]:
        faults = self.done.faults if self.done else []
        return {
            **super().context(),
            "done": self.done,
            "faults": [
                (one.row, str(BY_CODE[one.column].title) if one.column in BY_CODE else "", one.why)
                for one in faults[:SHOWN]
            ],
            "more": len(faults) - SHOWN,
            "columns": [str(one.title) for one in COLUMNS],
            "back": reverse("legislation:list"),
            "crumbs": way((str(self.title), None)),
        }

    def _sent(self, form: Form, token: Token) -> HttpResponse:
        """Write through the form's own token; a trial leaves it, so that writing may follow."""
        if form.cleaned_data["how"] == "write":
            answer = super()._sent(form, token)
            if isinstance(answer, HttpResponseRedirect) or self.done is None:
                return answer
            return self._page(self.template, self.form_class(), {}, UNPROCESSABLE)
        try:
            self.done = self._bring(form, dry_run=True)
        except DomainError as error:
            form.refuse(error)
            return self._shown(form, status=UNPROCESSABLE)
        return self._page(self.template, self.form_class(), {})

    def act(self, form: Form) -> str:
        done = self._bring(form, dry_run=False)
        if not done.written:
            self.done = done
            raise NotWritten(done.faults[0].why)
        said = _("Đã ghi: %(added)s mới, %(changed)s đổi, %(same)s như cũ.")
        counted = {"added": done.added, "changed": done.changed, "same": done.same}
        messages.success(self.request, said % counted)
        return reverse("legislation:list")

    def _bring(self, form: Form, *, dry_run: bool) -> Brought:
        table, files = form.cleaned_data["table"], form.cleaned_data["files"]
        if files is not None and files.size > MOST_BYTES:
            raise errors.too_large(files.name, MOST_BYTES // 1024**2)
        beside = Beside.packed(files.read()) if files is not None else Beside()
        warrant = self.request.leave.warrant()
        return bring_many(table.name, table.read(), beside, dry_run=dry_run, warrant=warrant,
                          most=MOST_ROWS)  # fmt: skip


@private("legislation.edit")
def template(request: DeskRequest) -> HttpResponse:
    """Hand out an empty table with every heading."""
    held = io.StringIO()
    csv.writer(held).writerow([str(one.title) for one in COLUMNS])
    answer = HttpResponse("\ufeff" + held.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="mau-nhap-van-ban.csv"'
    return answer
