"""The letter of a day: in the person's language, the other below; every line says why it came."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from mangnon.notices import tokens
from mangnon.notices.kinds import Kind
from mangnon.notices.models import Letter, Notice
from mangnon.notices.showing import Line, line


@dataclass(frozen=True, slots=True)
class Section:
    """The lines of one kind, and the link that stops the kind."""

    title: str
    lines: list[Line]
    stop: str
    more: str = ""


MOST = 50  # lines of a kind in one letter: who hands down to a whole country reads on at the desk


def compose(letter: Letter, notices: Sequence[Notice]) -> EmailMultiAlternatives:
    """Return the letter of these reminders. It names duties and places, never a child."""
    own = letter.user.language
    other = "en" if own == "vi" else "vi"
    parts = [_part(letter, notices, language) for language in (own, other)]
    with translation.override(own):
        subject = _("%(site)s: %(count)s nhiệm vụ cần xem") % {
            "site": settings.SITE_NAME, "count": len(notices),
        }  # fmt: skip
    made = EmailMultiAlternatives(
        subject=subject,
        body=render_to_string("notices/letter.txt", {"parts": parts}),
        to=[letter.user.email],
        headers=_headers(letter),
    )
    page = render_to_string("notices/letter.html", {"parts": parts, "language": own})
    made.attach_alternative(page, "text/html")
    return made


def _part(letter: Letter, notices: Sequence[Notice], language: str) -> dict[str, Any]:
    with translation.override(language):
        sections = [
            _section(letter, kind, told)
            for kind in Kind.values
            if (told := [one for one in notices if one.kind == kind])
        ]
        return {
            "language": language,
            "sections": sections,
            "words": {
                "dear": _("Chào %(name)s,") % {"name": letter.user.name},
                "lead": _("Những nhiệm vụ dưới đây cần bạn xem:"),
                "stop": _("Không nhận loại này nữa:"),
                "foot": _("Thư do %(site)s tự động gửi, mỗi ngày làm việc không quá một thư.")
                % {"site": settings.SITE_NAME},
                "demo": _("Bản minh họa: mọi nhiệm vụ và con số đều là mô phỏng.")
                if settings.DEMO
                else "",
            },
        }


def _section(letter: Letter, kind: str, told: Sequence[Notice]) -> Section:
    more = _("Còn %(count)s lời nhắc nữa: %(page)s") % {
        "count": len(told) - MOST,
        "page": f"{settings.SITE_ADDRESS}{reverse('notices:list')}",
    }
    return Section(
        str(Kind(kind).label),
        [line(one, settings.SITE_ADDRESS) for one in told[:MOST]],
        tokens.stop_link(letter.user, kind),
        more if len(told) > MOST else "",
    )


def _headers(letter: Letter) -> dict[str, str]:
    domain = urlsplit(settings.SITE_ADDRESS).hostname
    return {
        "Message-ID": f"<{letter.uuid}@{domain}>",
        "Auto-Submitted": "auto-generated",
        "List-Unsubscribe": f"<{tokens.stop_link(letter.user, tokens.ALL)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
