"""Beginning a report, writing its words, signing it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mangnon.access.routes import DeskRequest, private
from mangnon.access.sending import ActPage
from mangnon.access.sending.editing import EditPage
from mangnon.places.models import Place
from mangnon.reports import actions, errors
from mangnon.reports.content import parts
from mangnon.reports.forms import BeginForm, SignForm, WordsForm
from mangnon.reports.models import Report
from mangnon.reports.queries import report_within
from mangnon.ui.forms import Form
from mangnon.ui.templatetags.mangnon_ui import page_language

_HEAD = ("number", "issued_at", "recipients")


def report_address(report: Report) -> str:
    """Return where a report is read."""
    return reverse("reports:report", args=[report.uuid])


class Begin(ActPage):
    """Begin a report on a place within reach."""

    form_class = BeginForm
    title = gettext_lazy("Lập báo cáo")
    button = gettext_lazy("Lập báo cáo")

    def form_words(self) -> dict[str, Any]:
        return {"places": self.request.leave.places}

    def context(self) -> dict[str, Any]:
        return {"back": reverse("reports:list")}

    def act(self, form: Form) -> str:
        assert isinstance(form, BeginForm)
        place = Place.objects.get(pk=form.cleaned_data["place"])
        kind, days = form.period()
        issuer = form.cleaned_data["issuer"]
        warrant = self.request.leave.warrant()
        return report_address(
            actions.begin(place, kind=kind, days=days, issuer=issuer, warrant=warrant)
        )


class _OfReport:
    """What the pages that act on one report share."""

    request: DeskRequest
    report: Report

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)  # type: ignore[misc]
        self.report = report_within(self.request.leave, kwargs["uuid"])

    def get(self, request: DeskRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Lead who comes too late back to the signed report, which says so."""
        if not self.report.is_signed:
            return super().get(request, *args, **kwargs)  # type: ignore[misc, no-any-return]
        refusal = errors.signed_already(self.report.signed_on).sentence
        messages.error(request, refusal.in_language(page_language()))
        return HttpResponseRedirect(report_address(self.report))

    def context(self) -> dict[str, Any]:
        return {**super().context(), "back": report_address(self.report)}  # type: ignore[misc]


class Write(_OfReport, EditPage):
    """Write the words of a report; of two who write at once, the second one chooses."""

    form_class = WordsForm
    title = gettext_lazy("Soạn phần lời của báo cáo")
    lead = gettext_lazy(
        "Số liệu và bảng do hệ thống lấy từ hồ sơ; bạn viết phần nhận xét, đánh giá."
    )
    button = gettext_lazy("Ghi lại")

    def current(self) -> dict[str, str]:
        head = {name: getattr(self.report, name) for name in _HEAD}
        words = {part: self.report.words.get(part, "") for part in parts()}
        # A browser sends lines that end so.
        return {name: text.replace("\n", "\r\n") for name, text in (head | words).items()}

    def lock(self) -> None:
        rows = Report.objects.select_related("place", "issuer__parent")
        self.report = rows.select_for_update(of=("self",)).get(pk=self.report.pk)

    def act(self, form: Form) -> str:
        told = form.cleaned_data
        actions.write_words(
            self.report,
            words={part: told[part] for part in parts()},
            **{name: told[name] for name in _HEAD},
            warrant=self.request.leave.warrant(),
        )
        messages.success(self.request, _("Đã ghi phần lời của báo cáo."))
        return report_address(self.report)


class Sign(_OfReport, ActPage):
    """Sign a report; its figures stay as they are at that moment."""

    form_class = SignForm
    title = gettext_lazy("Ký báo cáo")
    lead = gettext_lazy(
        "Khi ký, mọi số liệu và phần lời trong báo cáo được giữ nguyên kèm ngày ký. Báo cáo đã ký "
        "thì không ký lại, không sửa được; số liệu thay đổi về sau được nêu ở mục riêng."
    )
    button = gettext_lazy("Ký báo cáo")

    def initial(self) -> dict[str, Any]:
        return {"version": self.report.version}

    def act(self, form: Form) -> str:
        told = form.cleaned_data
        actions.sign(
            self.report,
            post=told["post"],
            authority=told["authority"],
            seen=told["version"],
            warrant=self.request.leave.warrant(),
        )
        messages.success(self.request, _("Đã ký báo cáo."))
        return report_address(self.report)


begin_page = private("reports.write")(Begin.as_view())
write_page = private("reports.write")(Write.as_view())
sign_page = private("reports.sign")(Sign.as_view())
