"""The first page: how the promises stand, doors by situation, what is new."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest

from mangnon.figures.queries import latest_release
from mangnon.pages.announcing import MENU
from mangnon.pages.models import HomePage, NewsIndexPage, NewsPage, SectionPage, SituationPage
from mangnon.portal.addresses import address
from mangnon.portal.editions import Edition
from mangnon.portal.promises import Promise, promises
from mangnon.portal.resting import document_url
from mangnon.portal.spots import root_spot
from mangnon.portal.views.scorecard import cards_of
from mangnon.portal.voices import page_voice
from mangnon.portal.written.frame import articles, framed, items, picture, tree
from mangnon.snapshots import listing
from mangnon.snapshots.tags import every
from mangnon.text.sentence import Language

_NEWS = 3


def context(page: HomePage, request: HttpRequest) -> dict[str, Any]:
    """Return everything the first page shows."""
    here, known = tree(request), promises()
    with listing(MENU):
        sections = list(SectionPage.objects.child_of(page).live().in_menu().order_by("path"))
        index = NewsIndexPage.objects.child_of(page).live().first()
    with listing(every("pages.situationpage")):
        doors = list(SituationPage.objects.descendant_of(page).live().order_by("path"))
    news = (
        NewsPage.objects.descendant_of(page)
        .live()
        .select_related("picture")
        .prefetch_related("picture__renditions")
    )
    return {
        **framed(page, request),
        **_stands(here.language, known),
        "sections": items(here, sections),
        "situations": [(one.title, here.address(one)) for one in doors],
        "news": [
            (one.title, one.lead, here.address(one), one.date, picture(one))
            for one in articles(news.order_by("-date", "-path")[:_NEWS])
        ],
        **_documents(known),
        "news_url": here.address(index) if index else "",
    }


def _documents(known: Sequence[Promise]) -> dict[str, Any]:
    """Return the papers on which the programme rests: those that its promises name."""
    voice = page_voice()
    found = {one.target.document_id: one.target.document for one in known}
    return {
        "documents": [
            (one.number, voice.of(one, "title"), document_url(voice, one)) for one in found.values()
        ],
        "documents_url": address("documents", voice.language),
    }


def _stands(language: Language, known: Sequence[Promise]) -> dict[str, Any]:
    """Return the verdict of the latest release and its rows; nothing before the first."""
    release = latest_release()
    if release is None:
        return {}
    edition = Edition(release=release, language=language)
    cards, verdict = cards_of(edition, root_spot(edition.day), known)
    return {
        "cards": cards,
        "verdict": verdict,
        "scorecard_url": address("scorecard-whole", language),
    }
