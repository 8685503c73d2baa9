"""What a page with figures speaks from: the latest release, in the language of its address."""

from dataclasses import dataclass
from datetime import date

from mangnon.figures.models import Release
from mangnon.figures.queries import latest_release
from mangnon.portal.errors import NothingReleased
from mangnon.portal.voices import Voice
from mangnon.ui.templatetags.mangnon_ui import page_language


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition(Voice):
    """The latest release and the language that it is told in."""

    release: Release

    @property
    def day(self) -> date:
        """The day on which the figures were frozen."""
        return self.release.day


def current_edition() -> Edition:
    """Return the latest release in the page's language; raises NothingReleased."""
    release = latest_release()
    if release is None:
        raise NothingReleased
    return Edition(release=release, language=page_language())
