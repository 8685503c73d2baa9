"""A policy with the documents on which it rests."""

from typing import Any

from django.http import HttpRequest

from mangnon.pages.models import PolicyPage
from mangnon.portal.resting import clause_url
from mangnon.portal.voices import page_voice
from mangnon.portal.written.frame import framed


def context(page: PolicyPage, request: HttpRequest) -> dict[str, Any]:
    """Return the frame and the legal bases."""
    voice = page_voice()
    bases = page.bases.select_related("document")
    return {
        **framed(page, request),
        "basis": [
            (
                ", ".join(filter(None, (one.where, one.document.number))),
                voice.of(one.document, "title"),
                clause_url(voice, one.document, one.where),
            )
            for one in bases
        ],
    }
