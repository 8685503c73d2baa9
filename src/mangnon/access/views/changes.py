"""The acts on other people's accounts: each a form that is sent once."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from mangnon.access import actions, letters, unconfirmed
from mangnon.access.errors import NotHere
from mangnon.access.forms import people as forms
from mangnon.access.models import FactorReset, Holding, OneTimeCode, User
from mangnon.access.routes import DeskRequest, private
from mangnon.access.sending import ActPage
from mangnon.access.views.people import person_of
from mangnon.access.wording import place_name, role_title
from mangnon.ui.forms import Form

_CODES = "codes to give"  # in the session, which is sealed, until they were shown
_TWO = gettext_lazy(
    "Vai trò mở hồ sơ trẻ em, quản trị hay giám sát chỉ có hiệu lực khi một người quản trị nữa "
    "xác nhận."
)


class _OnPerson(ActPage):
    """An act on one person within reach."""

    form_class = forms.NothingForm

    def person(self) -> User:
        return person_of(self.request, self.kwargs["uuid"])

    def context(self) -> dict[str, Any]:
        name = self.person().name
        return {"back": self.page(), "title": f"{self.title}: {name}", "lead": self.words()}

    def words(self) -> str:
        """Return what stands under the heading."""
        return str(self.lead)

    def page(self) -> str:
        return reverse("person", kwargs={"uuid": self.kwargs["uuid"]})

    def act(self, form: Form) -> str:
        self.change(self.person(), form.cleaned_data)
        messages.success(self.request, str(_("Đã ghi.")))
        return self.page()

    def change(self, user: User, typed: dict[str, Any]) -> None:
        raise NotImplementedError


class Invite(ActPage):
    """A new person, her first role, and her code."""

    form_class = forms.InviteForm
    title = gettext_lazy("Mời một người")
    lead = _TWO
    button = gettext_lazy("Mời")

    def form_words(self) -> dict[str, Any]:
        return {"places": self.request.leave.places}

    def context(self) -> dict[str, Any]:
        return {"back": reverse("people")}

    def act(self, form: Form) -> str:
        done = actions.invite(**form.cleaned_data, warrant=self.request.leave.warrant())
        return give_out(self.request, [done])


class GiveRole(_OnPerson):
    form_class = forms.RoleForm
    title = gettext_lazy("Giao vai trò")
    lead = _TWO
    button = gettext_lazy("Giao")
    checks = True

    def form_words(self) -> dict[str, Any]:
        return {"places": self.request.leave.places}

    def change(self, user: User, typed: dict[str, Any]) -> None:
        actions.give_role(user, **typed, warrant=self.request.leave.warrant())


class _OnHolding(_OnPerson):
    """An act on one role of the person: the page says which, and where."""

    def words(self) -> str:
        held = self.holding()
        return f"{role_title(held.role)}, {place_name(held.place)}. {self.lead}"

    def holding(self) -> Holding:
        found = Holding.objects.filter(user=self.person(), uuid=self.kwargs["holding"]).first()
        if found is None:
            raise NotHere
        return found


class EndRole(_OnHolding):
    title = gettext_lazy("Thu hồi vai trò")
    lead = gettext_lazy("Vai trò hết hiệu lực ngay.")
    button = gettext_lazy("Thu hồi vai trò")

    def change(self, user: User, typed: dict[str, Any]) -> None:
        actions.end_role(self.holding(), warrant=self.request.leave.warrant())


class ConfirmRole(_OnHolding):
    title = gettext_lazy("Xác nhận vai trò sau sáp nhập")
    lead = gettext_lazy("Vai trò được giữ tiếp ở địa bàn mới, không kèm ngày kết thúc.")
    button = gettext_lazy("Xác nhận")

    def change(self, user: User, typed: dict[str, Any]) -> None:
        actions.confirm_role(self.holding(), warrant=self.request.leave.warrant())


class HandOver(_OnPerson):
    form_class = forms.HandOverForm
    title = gettext_lazy("Bàn giao việc")
    lead = gettext_lazy(
        "Mọi vai trò và việc đang dở của người này chuyển sang người nhận. Vai trò mở hồ sơ trẻ "
        "em, quản trị hay giám sát chờ một người quản trị nữa xác nhận: hãy bàn giao trước ít ngày."
    )
    button = gettext_lazy("Bàn giao")
    checks = True

    def act(self, form: Form) -> str:
        passed = actions.hand_over(
            self.person(), **form.cleaned_data, warrant=self.request.leave.warrant()
        )
        parts = [(_("vai trò"), passed.roles), *passed.in_words()]
        said = ", ".join(f"{count} {words}" for words, count in parts)
        messages.success(self.request, _("Đã bàn giao: %(parts)s.") % {"parts": said})
        if passed.unconfirmed:
            count = {"count": passed.unconfirmed}
            waits = _("Số vai trò chờ người quản trị thứ hai xác nhận: %(count)s.") % count
            messages.info(self.request, waits)
        return self.page()


class CloseAccount(_OnPerson):
    title = gettext_lazy("Đóng tài khoản")
    lead = gettext_lazy(
        "Mọi vai trò, phiên đăng nhập và mã của người này hết hiệu lực ngay. Việc đang dở: hãy "
        "bàn giao trước."
    )
    button = gettext_lazy("Đóng tài khoản")

    def change(self, user: User, typed: dict[str, Any]) -> None:
        actions.close_account(user, warrant=self.request.leave.warrant())

    def page(self) -> str:
        return reverse("people")


class GiveCode(_OnPerson):
    title = gettext_lazy("Cấp mã đặt mật khẩu mới")
    lead = gettext_lazy(
        "Chỉ cấp khi bạn biết chắc đó là người ấy. Mã dùng một lần, trong 24 giờ; việc cấp mã "
        "được ghi vào nhật ký."
    )
    button = gettext_lazy("Cấp mã")

    def act(self, form: Form) -> str:
        user = self.person()
        purpose = OneTimeCode.Purpose.PASSWORD
        code = actions.issue_code(user, purpose, warrant=self.request.leave.warrant())
        return give_out(self.request, [actions.Invited(user, code)])


class AskReset(_OnPerson):
    form_class = forms.ReasonForm
    title = gettext_lazy("Đề nghị đặt lại bước xác thực thứ hai")
    lead = gettext_lazy("Một người khác có quyền này phải xác nhận trong ba ngày.")
    button = gettext_lazy("Đề nghị")
    checks = True

    def change(self, user: User, typed: dict[str, Any]) -> None:
        warrant = self.request.leave.warrant()
        actions.ask_factor_reset(user, reason=typed["reason"], warrant=warrant)


class ConfirmReset(_OnPerson):
    title = gettext_lazy("Xác nhận đặt lại bước xác thực thứ hai")
    lead = gettext_lazy("Người đó sẽ bị đăng xuất mọi nơi và cài lại khi đăng nhập.")
    button = gettext_lazy("Xác nhận")

    def change(self, user: User, typed: dict[str, Any]) -> None:
        asked = FactorReset.objects.filter(user=user).order_by("-asked_at").first()
        if asked is None:
            raise NotHere
        actions.confirm_factor_reset(asked, warrant=self.request.leave.warrant())


def give_out(request: DeskRequest, invited: list[actions.Invited]) -> str:
    """Keep the codes for the page that sends or shows them, after the act is committed."""
    request.session[_CODES] = [[one.user.pk, one.code] for one in invited]
    return reverse("codes") if invited else reverse("people")


@private("people.manage")
@require_http_methods(["GET", "POST"])
def codes(request: DeskRequest) -> HttpResponse:
    """Ask before anything is sent or shown; then send each code by e-mail.

    The others are shown to print, once: they are kept nowhere. Looking alone spends no code.
    """
    if request.method == "GET":
        waiting = len(request.session.get(_CODES, []))
        return render(request, "access/codes.html", {"waiting": waiting})
    waiting = request.session.pop(_CODES, [])
    people = User.objects.select_related("actor").in_bulk([pk for pk, _ in waiting])
    page = request.build_absolute_uri(reverse("one-time-code"))
    posted = letters.send_codes([(people[pk], code) for pk, code in waiting], page)
    on_paper = [
        (people[pk].name, people[pk].username, code)
        for pk, code in waiting
        if pk not in posted.sent
    ]
    words = {"codes": on_paper, "page": page, "sent": len(posted.sent), "failed": posted.failed}
    words["unconfirmed"] = unconfirmed.waiting().filter(user__in=people).count()
    return render(request, "access/codes.html", words)


_MANAGE = private("people.manage")
_RESET = private("people.reset")
invite = _MANAGE(Invite.as_view())
give_role = _MANAGE(GiveRole.as_view())
end_role = _MANAGE(EndRole.as_view())
confirm_role = _MANAGE(ConfirmRole.as_view())
hand_over = _MANAGE(HandOver.as_view())
close_account = _MANAGE(CloseAccount.as_view())
give_code = _MANAGE(GiveCode.as_view())
ask_reset = _RESET(AskReset.as_view())
confirm_reset = _RESET(ConfirmReset.as_view())
