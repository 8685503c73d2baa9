"""What a page of the export says of itself: that it is a copy, and of which day."""

import html
import re
from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _

from mangnon.text.dates import format_date
from mangnon.text.sentence import Language

_MAIN = re.compile(rb"<main\b[^>]*>")
_LANGUAGE = re.compile(rb'<html[^>]*\slang="(\w+)"')


def stamped(body: bytes, day: date) -> bytes:
    """Return the page with its note, where what matters begins."""
    found = _LANGUAGE.search(body)
    language: Language = "en" if found and found.group(1) == b"en" else "vi"
    with translation.override(language):
        words = _("Bản lưu ngày %(day)s: trang đang được phục vụ từ bản dự phòng.") % {
            "day": format_date(day, language)
        }
    note = f'<p class="saved-copy" role="note">{html.escape(words)}</p>'.encode()
    at = _MAIN.search(body)
    if at is None:
        return body.replace(b"</body>", note + b"</body>", 1)
    return body[: at.end()] + note + body[at.end() :]


def leading_on(target: str) -> bytes:
    """Return a page that leads to another address, as a plain web server can hand it out."""
    to = html.escape(target, quote=True)
    return (
        f'<!doctype html><html lang="vi"><meta charset="utf-8"><title>{to}</title>'
        f'<meta http-equiv="refresh" content="0; url={to}"><p><a href="{to}">{to}</a></p></html>'
    ).encode()
