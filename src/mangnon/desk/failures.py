"""What the private house answers when a page is not there, not yours, or broken."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from mangnon.text.sentence import DomainError
from mangnon.ui.parts import Link
from mangnon.ui.templatetags.mangnon_ui import page_language


def not_found(request: HttpRequest) -> HttpResponse:
    """Answer alike for what does not exist and for what is not yours."""
    words = _("Không có trang này, hoặc trang không thuộc phạm vi của bạn.")
    return _failure(request, 404, _("Không có trang này"), words)


def refused(request: HttpRequest, error: DomainError, status: int = 400) -> HttpResponse:
    """Answer a mistake with its sentence."""
    words = error.sentence.in_language(page_language())
    return _failure(request, status, _("Chưa làm được"), words)


def broken(request: HttpRequest) -> HttpResponse:
    """Answer when the program itself failed."""
    words = _("Trang chưa hiện được do lỗi của máy chủ. Xin thử lại sau ít phút.")
    return _failure(request, 500, _("Có lỗi"), words)


def _failure(request: HttpRequest, status: int, title: str, words: str) -> HttpResponse:
    context = {
        "title": title,
        "explanation": words,
        "actions": [Link(_("Về việc của tôi"), reverse("desk"))],
    }
    return render(request, "desk/failure.html", context, status=status)
