"""Choosing a password by a one-time code: an invitation, or after a lost password."""

from allauth.core import ratelimit
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from mangnon.access.actions.codes import use_code
from mangnon.access.forms.codes import CodeForm
from mangnon.access.rights import OPEN
from mangnon.access.routes import private
from mangnon.text.sentence import DomainError

UNPROCESSABLE, TOO_MANY = 422, 429


@private(OPEN)
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Ask for the name, the code and a new password; lead on to the sign-in."""
    if request.method == "GET":
        return _shown(request, CodeForm(initial={"username": request.GET.get("ten", "")}))
    if not ratelimit.consume(request, action="one_time_code"):
        return render(request, "429.html", status=TOO_MANY)
    form = CodeForm(request.POST)
    if form.is_valid() and _used(form):
        messages.success(request, _("Đã đặt mật khẩu. Hãy đăng nhập."))
        return redirect("account_login")
    return _shown(request, form, UNPROCESSABLE)


def _used(form: CodeForm) -> bool:
    """Use the code, or put on the form why not."""
    typed = form.cleaned_data
    try:
        use_code(typed["username"], typed["code"], typed["password"])
    except DomainError as error:
        form.refuse(error)
    except ValidationError as error:
        form.add_error("password", error)
    return form.is_valid()


def _shown(request: HttpRequest, form: CodeForm, status: int = 200) -> HttpResponse:
    return render(request, "access/code.html", {"form": form}, status=status)
