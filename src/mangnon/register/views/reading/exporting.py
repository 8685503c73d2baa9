"""Taking away what a list shows: for a reason, in the trail before the first byte."""

from typing import Any

from django import forms
from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mangnon import clock
from mangnon.access.routes import DeskRequest, private
from mangnon.audit.actions import read
from mangnon.register.roster import roster
from mangnon.register.showing import typed
from mangnon.register.showing.asked import ListForm
from mangnon.register.showing.exporting import (
    Export,
    manifest,
    new_password,
    protected,
    subjects,
)
from mangnon.register.showing.purposes import FILES, NAMES, PLAIN_TEXT, TAKEN_FOR
from mangnon.register.showing.where import Where, where
from mangnon.register.views.reading.listing import UNPROCESSABLE, asked_of
from mangnon.register.views.reading.rights import also
from mangnon.text.numbers import format_number
from mangnon.ui.forms import Form
from mangnon.ui.templatetags.mangnon_ui import page_language

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

# A paper's number and sign as offices write them; no name of a person fits in.
PAPER_NUMBER = r"^\d[\dA-ZĐg./-]{0,39}$"


class ExportForm(Form):
    """In which form, and what for."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Tệp nào?"),
        choices=list(FILES.items()),
        widget=forms.RadioSelect,
    )
    reason = forms.ChoiceField(
        label=gettext_lazy("Để làm gì?"),
        choices=list(TAKEN_FOR.items()),
        widget=forms.RadioSelect,
    )
    basis = forms.RegexField(
        regex=PAPER_NUMBER,
        label=gettext_lazy("Số công văn, kế hoạch"),
        required=False,
        max_length=40,
        help_text=gettext_lazy("Chỉ ghi số và ký hiệu, ví dụ: 12/KH-UBND."),
        error_messages={"invalid": gettext_lazy("Hãy chỉ ghi số và ký hiệu, ví dụ: 12/KH-UBND.")},
    )
    password = forms.CharField(widget=forms.HiddenInput, required=False)


@private("register.export")
def page(request: DeskRequest) -> HttpResponseBase:
    """Show what would be taken away and the password that will open it; send it."""
    here = where(request.leave, request.GET.get("noi", ""))
    asked = asked_of(request, here)
    if not asked.is_valid():
        return render(request, "register/export.html", {"form": asked}, status=UNPROCESSABLE)
    ids = roster().whole(here.scope, asked.filters(), sort=asked.order())
    form = ExportForm(request.POST or None, initial={"kind": NAMES})
    if request.method != "POST" or not form.is_valid():
        return _page(request, form, len(ids), asked)
    password = typed.opened(form.cleaned_data["password"], request.user, "export")
    names = form.cleaned_data["kind"] == NAMES
    if names and password is None:
        form.add_error(None, _("Mật khẩu đã quá 30 phút. Đây là mật khẩu mới, hãy gửi lại."))
        return _page(request, form, len(ids), asked)
    export = Export(ids, request.leave, names, also(request, "register.read").places)
    _leave_entries(request, here, asked, form, export)
    return _sent(export, form.cleaned_data["kind"], password or "")


def _page(request: DeskRequest, form: ExportForm, count: int, asked: ListForm) -> HttpResponse:
    password = new_password()
    words: dict[str, Any] = {
        "form": form,
        "password": password,
        "locked": typed.locked(password, request.user, "export"),
        "count": format_number(count, 0, page_language()),
        "asked": [(asked.fields[name].label, _chosen(asked, name)) for name in asked.asked()],
    }
    return render(
        request, "register/export.html", words, status=UNPROCESSABLE if form.errors else 200
    )


def _chosen(asked: ListForm, name: str) -> str:
    return next((words for label, words in asked.answers() if label == asked[name].label), "")


def _leave_entries(
    request: DeskRequest, here: Where, asked: ListForm, form: ExportForm, export: Export
) -> None:
    """Leave the entry with count and digest; where names go out, whose they are, by thousands."""
    told = form.cleaned_data
    data = {
        "filters": asked.asked(), "kind": told["kind"], "count": len(export.ids),
        "digest": manifest(export.ids), "basis": told["basis"],
    }  # fmt: skip
    warrant = request.leave.warrant(told["reason"])
    words = {"place_code": here.key, "purpose": told["reason"]}
    read(warrant, "register.export", subjects=[], data=data, **words)
    if export.names:
        for some in subjects(export.ids):
            read(warrant, "register.export_names", subjects=some, **words)


def _sent(export: Export, kind: str, password: str) -> HttpResponseBase:
    name = f"tre-em-{clock.today():%Y-%m-%d}"
    if kind == PLAIN_TEXT:
        answer = StreamingHttpResponse(export.comma_file(), content_type="text/csv; charset=utf-8")
        answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
        return answer
    file = export.workbook()
    if kind == NAMES:
        file = protected(file, password)
    return FileResponse(file, as_attachment=True, filename=f"{name}.xlsx", content_type=WORKBOOK)
