"""Letters to followers: one that asks whether it was she, one that says what is new.

In both languages; without a name, for none is known.
"""

from collections.abc import Mapping
from urllib.parse import urlsplit
from uuid import uuid4

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import translation
from django.utils.translation import gettext as _

from mangnon import clock
from mangnon.legislation.links import confirming_link, page_link, stopping_link
from mangnon.legislation.models import Document, Follower
from mangnon.legislation.queries import standings_around
from mangnon.legislation.wording import STANDINGS

_ORDER = {"vi": ("vi", "en"), "en": ("en", "vi")}


def confirming(email: str, document: Document, language: str) -> EmailMessage:
    """Return the letter that asks for a confirmation."""
    parts = [_asked(email, document, one) for one in _ORDER[language]]
    with translation.override(language):
        subject = _("%(site)s: xác nhận theo dõi %(document)s")
    return _letter(email, subject, document, parts)


def changed(follower: Follower) -> EmailMessage:
    """Return the letter that says that a document has changed."""
    parts = [_news(follower, one) for one in _ORDER[follower.language]]
    with translation.override(follower.language):
        subject = _("%(site)s: %(document)s có thay đổi")
    stop = stopping_link(follower)
    headers = {
        "List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }  # fmt: skip
    return _letter(follower.words, subject, follower.document, parts, headers)


def _asked(email: str, document: Document, language: str) -> list[str]:
    with translation.override(language):
        return [
            _("Có người, hy vọng là bạn, muốn nhận thư khi văn bản này thay đổi:"),
            _titled(document, language),
            _("Nếu đúng, hãy mở liên kết sau trong vòng 3 ngày và bấm xác nhận:"),
            confirming_link(email, document, language),
            _("Nếu không phải bạn, hãy bỏ qua thư này: không có gì được lưu lại."),
        ]


def _news(follower: Follower, language: str) -> list[str]:
    document = follower.document
    verdict = standings_around([document.pk], clock.today())[document.pk]
    with translation.override(language):
        said = {"word": STANDINGS[verdict.standing]}
        return [
            _("Văn bản bạn theo dõi có thay đổi về hiệu lực, quan hệ hoặc lời văn:"),
            _titled(document, language),
            _("Hiệu lực hôm nay: %(word)s.") % said,
            page_link(document, language),
            _("Thôi nhận thư về văn bản này:"),
            stopping_link(follower),
        ]


def _titled(document: Document, language: str) -> str:
    title = getattr(document, f"title_{language}") or document.title_vi
    return f"{document.number} · {title}" if document.number else title


def _letter(
    to: str, subject: str, document: Document, parts: list[list[str]],
    headers: Mapping[str, str] | None = None,
) -> EmailMessage:  # fmt: skip
    said = {"site": settings.SITE_NAME, "document": str(document)[:80]}
    domain = urlsplit(settings.SITE_ADDRESS).hostname
    body = "\n\n---\n\n".join("\n\n".join(lines) for lines in parts)
    return EmailMessage(
        subject=" ".join((subject % said).split()), body=body, to=[to],
        headers={
            "Message-ID": f"<{uuid4()}@{domain}>", "Auto-Submitted": "auto-generated",
            **(headers or {}),
        },
    )  # fmt: skip
