"""A reader's word on a document: what is wrong, letters wanted, letters stopped."""

from collections.abc import Callable
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from mangnon.legislation import links
from mangnon.legislation.errors import BadLink
from mangnon.legislation.marks import follower_key
from mangnon.legislation.models import Document
from mangnon.portal.addresses import address
from mangnon.portal.asking.forms import FollowForm, ProblemForm
from mangnon.portal.asking.guarding import takes_forms
from mangnon.portal.asking.pages import asked, post
from mangnon.portal.resting import document_url, titled
from mangnon.portal.views.documents import told_of
from mangnon.portal.voices import Voice, page_voice
from mangnon.ui.forms import Form
from mangnon.ui.templatetags.mangnon_ui import page_language

_NOT_FOUND = 404
_Read = tuple[str, dict[str, str], str]  # the kind, what is told, by what it is known again


@takes_forms
def problem(request: HttpRequest, code: str) -> HttpResponse:
    """Take what a reader found wrong with a document or the clause that the address names."""
    voice, one = page_voice(), told_of(code)[0].document

    def make(data: object = None) -> Form:
        return ProblemForm(data, initial={"anchor": request.GET.get("dieu", "")[:64]})

    def take(form: Form, key: UUID) -> None:
        told = form.cleaned_data
        words = {"document": one.code, "anchor": told["anchor"], "words": told["words"]}
        post("problem", words, str(key), *words.values())

    said = {
        "title": _("Báo chỗ sai"), "button": _("Gửi"),
        "lead": _("Lời báo đến người biên tập thư viện. Trang không hỏi bạn là ai."),
        "thanks": _("Đã nhận, cảm ơn bạn. Người biên tập sẽ đối chiếu với bản gốc."),
    }  # fmt: skip
    return asked(request, make, _context(voice, one, said), take)


@takes_forms
def follow(request: HttpRequest, code: str) -> HttpResponse:
    """Take an address for letters; nothing of it is kept until its owner has confirmed."""
    voice, one = page_voice(), told_of(code)[0].document

    def take(form: Form, key: UUID) -> None:
        words = {"document": one.code, "email": form.cleaned_data["email"]}
        post("follow", words | {"language": page_language()}, str(key), *words.values())

    said = {
        "title": _("Nhận thư khi văn bản thay đổi"), "button": _("Gửi thư xác nhận"),
        "lead": _("Trang gửi một thư để bạn xác nhận. Chưa xác nhận thì không lưu gì; thư nào cũng "
                  "có liên kết để thôi nhận, và khi thôi thì địa chỉ bị xóa."),
        "thanks": _("Hãy mở hộp thư của bạn và xác nhận trong vòng 3 ngày."),
    }  # fmt: skip
    if not settings.MAIL_WORKS:
        said["closed"] = _("Nơi này chưa gửi được thư. Hãy theo dõi bằng nguồn tin (Atom).")
        said["closed_url"] = address("document-feed", voice.language, code=one.code)
        return render(request, "portal/asked.html", _context(voice, one, said))
    return asked(request, FollowForm, _context(voice, one, said), take)


@takes_forms
def confirm(request: HttpRequest, code: str, token: str) -> HttpResponse:
    """Ask once more, then begin to send letters; opening the link alone does nothing."""
    said = {
        "title": _("Xác nhận theo dõi"), "button": _("Xác nhận, gửi thư cho tôi"),
        "lead": _("Từ nay trang gửi thư khi hiệu lực, quan hệ hoặc lời văn bản này thay đổi."),
        "thanks": _("Đã ghi. Thư nào cũng có liên kết để thôi nhận."),
    }  # fmt: skip

    def read() -> _Read:
        told = links.confirmed(token)
        return "confirm", told, follower_key(told["email"], told["document"])

    return _by_link(request, code, said, read)


@takes_forms
def stop(request: HttpRequest, code: str, token: str) -> HttpResponse:
    """Ask, then stop letters and forget the address; a mail program's own button comes here too."""
    said = {
        "title": _("Thôi nhận thư"), "button": _("Thôi nhận, xóa địa chỉ của tôi"),
        "lead": _("Trang sẽ xóa địa chỉ thư của bạn ở văn bản này."),
        "thanks": _("Đã xóa địa chỉ. Bạn không còn nhận thư về văn bản này."),
    }  # fmt: skip

    def read() -> _Read:
        follower = links.stopped(token)
        return "stop", {"follower": follower}, follower

    return _by_link(request, code, said, read)


def _by_link(
    request: HttpRequest, code: str, said: dict[str, str], read: Callable[[], _Read]
) -> HttpResponse:
    """The seal or signature of the link is the leave: no mark of a page is asked for."""
    voice, one = page_voice(), told_of(code)[0].document
    context = _context(voice, one, said)
    try:
        kind, told, known_by = read()
    except BadLink as error:
        wrong = error.sentence.in_language(page_language())
        return render(request, "portal/asked.html", {**context, "closed": wrong}, status=_NOT_FOUND)
    done = request.method == "POST"
    if done:
        post(kind, told, known_by)
    return render(request, "portal/asked.html", {**context, "done": done, "by_link": True})


def _context(voice: Voice, one: Document, said: dict[str, str]) -> dict[str, object]:
    crumbs = [
        (_("Văn bản"), address("documents", voice.language)),
        (one.number or voice.of(one, "title"), document_url(voice, one)),
        (said["title"], None),
    ]
    return {**said, "document": titled(voice, one), "crumbs": crumbs,
            "document_url": document_url(voice, one)}  # fmt: skip
