"""Pages for what is not there, not so, or broken: each says what to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from mangnon.portal.addresses import address
from mangnon.portal.errors import NothingReleased, PortalError
from mangnon.text.sentence import DomainError, Language
from mangnon.ui.parts import Link
from mangnon.ui.templatetags.mangnon_ui import page_language


def page(request: HttpRequest, error: DomainError) -> HttpResponse:
    """Show a mistake of the visitor's, or the absence of data, as a sentence."""
    language = page_language()
    if isinstance(error, NothingReleased):
        return _nothing_yet(request, error, language)
    status = error.status if isinstance(error, PortalError) else 404
    titles = {400: _("Địa chỉ có chỗ chưa đúng"), 404: _("Không có trang này")}
    words = error.sentence.in_language(language)
    return _failure(request, status, titles[status], words, _ways(error, language))


def _nothing_yet(request: HttpRequest, error: NothingReleased, language: Language) -> HttpResponse:
    home = request.path_info == address("home", language)
    words = error.sentence.in_language(language)
    ways = [] if home else [Link(_("Về trang đầu"), address("home", language))]
    return _failure(request, 200 if home else 404, _("Chưa có số liệu công bố"), words, ways)


def _ways(error: DomainError, language: Language) -> list[Link]:
    found = [
        Link(way.label.in_language(language), address(way.page, language, **way.parts))
        for way in (error.ways if isinstance(error, PortalError) else ())
    ]
    return [*found, Link(_("Về trang đầu"), address("home", language))]


def _failure(
    request: HttpRequest, status: int, title: str, words: str, ways: list[Link]
) -> HttpResponse:
    context = {
        "code": status if status != 200 else "",
        "title": title,
        "explanation": words,
        "actions": ways,
    }
    return render(request, "portal/failure.html", context, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that the server could not read."""
    words = _("Yêu cầu gửi đến chưa đúng. Hãy về trang đầu và thử lại.")
    return _failure(request, 400, _("Địa chỉ có chỗ chưa đúng"), words, _home())


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an address that leads nowhere."""
    words = _("Địa chỉ này không dẫn đến đâu. Có thể trang đã dời hoặc gõ nhầm một chữ.")
    return _failure(request, 404, _("Không có trang này"), words, _home())


def broken(request: HttpRequest) -> HttpResponse:
    """Answer when the site itself failed."""
    words = _("Trang chưa hiện được do lỗi của máy chủ. Xin thử lại sau ít phút.")
    return _failure(request, 500, _("Có lỗi"), words, _home())


def _home() -> list[Link]:
    return [Link(_("Về trang đầu"), address("home", page_language()))]
