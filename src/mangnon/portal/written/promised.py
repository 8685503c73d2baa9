"""A promise inside the text of a page: its row in the latest release."""

from typing import Any

from mangnon.figures.queries import latest_release
from mangnon.pages.blocks import PromiseWanted
from mangnon.portal.editions import Edition
from mangnon.portal.promises import promises
from mangnon.portal.spots import root_spot
from mangnon.portal.views.scorecard import cards_of
from mangnon.ui.templatetags.mangnon_ui import page_language


def context(wanted: PromiseWanted, request: Any) -> dict[str, Any]:
    """Return the row of a code; nothing where it is not in the release."""
    release = latest_release()
    if release is None:
        return {}
    edition = Edition(release=release, language=page_language())
    cards, _ = cards_of(edition, root_spot(edition.day), promises())
    return {"card": next((one for one in cards if one.code == wanted.code), None)}
