"""Acts on offices at the desk: written down, become another, closed."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy

from mangnon.access.errors import NotHere
from mangnon.access.sending import ActPage
from mangnon.places.models import Office
from mangnon.steering import actions
from mangnon.steering.forms.offices import BecomeForm, CloseOfficeForm, OfficeForm
from mangnon.steering.views.lines import office_url
from mangnon.ui.forms import Form
from mangnon.ui.templatetags.mangnon_ui import named


class OpenOffice(ActPage):
    """Write down an office."""

    form_class = OfficeForm
    title = gettext_lazy("Ghi một cơ quan")

    def form_words(self) -> dict[str, Any]:
        return {"places": self.request.leave.places}

    def context(self) -> dict[str, Any]:
        return {**super().context(), "back": reverse("steering:lines")}

    def act(self, form: Form) -> str:
        warrant = self.request.leave.warrant()
        return office_url(actions.open_office(**form.cleaned_data, warrant=warrant))


class _OnOffice(ActPage):
    office: Office
    checks = True

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        found = Office.objects.select_related("place").filter(code=kwargs["code"]).first()
        if found is None or not self.request.leave.covers([found.place_id]):
            raise NotHere
        self.office = found

    def context(self) -> dict[str, Any]:
        title = f"{self.title}: {named(self.office)}"
        return {**super().context(), "title": title, "back": office_url(self.office)}


class ChangeOffice(_OnOffice):
    """Say what the office became."""

    form_class = BecomeForm
    title = gettext_lazy("Ghi thay đổi")
    lead = gettext_lazy(
        "Cơ quan cũ thôi hoạt động thì nhiệm vụ đang mở và các cơ quan trực thuộc chuyển sang cơ "
        "quan kế thừa; những gì đã ghi trước đó giữ nguyên tên cũ."
    )

    def form_words(self) -> dict[str, Any]:
        return {"places": self.request.leave.places}

    def act(self, form: Form) -> str:
        warrant = self.request.leave.warrant()
        return office_url(actions.change_office(self.office, **form.cleaned_data, warrant=warrant))


class CloseOffice(_OnOffice):
    """Close the office without an heir."""

    form_class = CloseOfficeForm
    title = gettext_lazy("Ghi cơ quan thôi hoạt động")
    lead = gettext_lazy(
        "Chỉ dùng khi không cơ quan nào kế thừa; nhiệm vụ đang mở do địa bàn thực hiện."
    )

    def act(self, form: Form) -> str:
        warrant = self.request.leave.warrant()
        actions.close_office(self.office, **form.cleaned_data, warrant=warrant)
        return office_url(self.office)
