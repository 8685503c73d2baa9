"""Finding a child who came and is not on the list, and adding it."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from mangnon.access.errors import NotHere
from mangnon.access.routes import DeskRequest
from mangnon.audit.actions import read
from mangnon.register import actions
from mangnon.register.access import child_within
from mangnon.register.errors import WrongState
from mangnon.register.roster import Status, roster
from mangnon.register.showing.grid import mark_of
from mangnon.register.showing.rows import Row, rows_of
from mangnon.register.views.weighday.acts import SessionPage, grid_address
from mangnon.text.sentence import Sentence
from mangnon.ui.forms import Form

MOST = 20


class FindForm(Form):
    """A name, or the child chosen among those found."""

    q = forms.CharField(label=_("Họ tên, có thể thêm năm sinh"), required=False, max_length=120)
    child = forms.UUIDField(required=False, widget=forms.HiddenInput)


class AddChild(SessionPage):
    """Search by name among the children within reach, then add one of those found."""

    form_class = FindForm
    title = _("Thêm trẻ vào buổi cân")
    button = _("Tìm")
    template = "register/weighday_add.html"
    found: list[Row] | None = None

    def post(self, request: DeskRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """A name alone searches and writes nothing: it never stands in an address."""
        if request.POST.get("child"):
            return super().post(request, *args, **kwargs)
        form = FindForm(request.POST)
        if form.is_valid():
            self.found = self._search(form.cleaned_data["q"])
        return self._shown(form)

    def act(self, form: Form) -> str:
        try:
            child = child_within(self.request.leave, form.cleaned_data["child"])
        except NotHere:
            raise _not_found() from None
        warrant = self.request.leave.warrant()
        row = actions.add_to_weighday(self.session, child, warrant=warrant)
        return f"{grid_address(self.session)}#r{mark_of(row)}"

    def context(self) -> dict[str, Any]:
        return {**super().context(), "found": self.found}

    def _search(self, text: str) -> list[Row]:
        leave = self.request.leave
        hits = roster().search(text, scope=leave.places, limit=MOST, statuses=[Status.HERE]).hits
        rows = rows_of([hit.id for hit in hits])
        if rows:
            named = [f"register.child:{row.uuid}" for row in rows]
            read(leave.warrant(), "register.list", subjects=named, purpose="weighday")
        return rows


def _not_found() -> WrongState:
    return WrongState(
        Sentence(vi="Không tìm thấy trẻ này. Hãy tìm lại.", en="Not found. Search again.")
    )
