"""What everybody changes about her own account: its language, its tie to the directory."""

from typing import Any

from allauth.socialaccount.models import SocialAccount
from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mangnon.access import actions
from mangnon.access.actions.accounts import LANGUAGE, LEAVE_DIRECTORY
from mangnon.access.doors import own_warrant
from mangnon.access.errors import NotHere
from mangnon.access.forms.own import LanguageForm
from mangnon.access.forms.people import NothingForm
from mangnon.access.rights import OWN
from mangnon.access.routes import DeskRequest, private
from mangnon.access.sending import ActPage
from mangnon.ui.forms import Form


class _Own(ActPage):
    """An act on one's own account, which leads back to it."""

    def context(self) -> dict[str, Any]:
        return {"back": reverse("my-account")}


class ChooseLanguage(_Own):
    """In which language somebody reads the desk."""

    form_class = LanguageForm
    title = gettext_lazy("Chọn ngôn ngữ")
    lead = gettext_lazy("Các trang làm việc hiện bằng ngôn ngữ này ở mọi máy bạn đăng nhập.")
    button = gettext_lazy("Chọn")

    def initial(self) -> dict[str, Any]:
        return {"language": self.request.user.language}

    def act(self, form: Form) -> str:
        user, language = self.request.user, form.cleaned_data["language"]
        actions.choose_language(user, language, warrant=own_warrant(user, LANGUAGE))
        with translation.override(language):
            messages.success(self.request, _("Đã đổi ngôn ngữ."))
        return reverse("my-account")


class LeaveDirectory(_Own):
    """Part with the province's directory."""

    form_class = NothingForm
    title = gettext_lazy("Bỏ liên kết với tài khoản công vụ")
    lead = gettext_lazy(
        "Sau đó bạn đăng nhập bằng mật khẩu. Nếu lại đăng nhập bằng tài khoản công vụ có cùng "
        "địa chỉ thư điện tử với bạn, hai tài khoản sẽ được liên kết lại."
    )
    button = gettext_lazy("Bỏ liên kết")

    def dispatch(self, request: DeskRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        sent = request.method == "POST"  # sent twice, it leads where the first sending led
        if not sent and not SocialAccount.objects.filter(user=request.user).exists():
            raise NotHere
        answer: HttpResponse = super().dispatch(request, *args, **kwargs)
        return answer

    def act(self, form: Form) -> str:
        user = self.request.user
        actions.leave_directory(user, warrant=own_warrant(user, LEAVE_DIRECTORY))
        messages.success(self.request, _("Đã bỏ liên kết với tài khoản công vụ."))
        return reverse("my-account")


choose_language = private(OWN)(ChooseLanguage.as_view())
leave_directory = private(OWN)(LeaveDirectory.as_view())
