"""What a page speaks from: the latest release, in the language of its address."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from mangnon.figures.models import Release
from mangnon.figures.queries import latest_release
from mangnon.portal.errors import NothingReleased
from mangnon.text.dates import format_date
from mangnon.text.sentence import Language
from mangnon.ui.templatetags.mangnon_ui import page_language


@dataclass(frozen=True, slots=True)
class Edition:
    """The latest release and the language that it is told in."""

    release: Release
    language: Language

    @property
    def day(self) -> date:
        """The day on which the figures were frozen."""
        return self.release.day

    def of(self, thing: Any, stem: str) -> str:
        """Return ``thing.<stem>_vi`` or ``_en``; Vietnamese where English is empty."""
        said: str = getattr(thing, f"{stem}_{self.language}")
        return said or str(getattr(thing, f"{stem}_vi"))

    def name(self, thing: Any) -> str:
        """Return the name of a place, an indicator or a series."""
        return self.of(thing, "name")

    def say(self, both: Any) -> str:
        """Return the text of something with ``vi`` and ``en``."""
        return str(getattr(both, self.language))

    def written(self, day: date) -> str:
        """Write a day."""
        return format_date(day, self.language)


def current_edition() -> Edition:
    """Return the latest release in the page's language; raises NothingReleased."""
    release = latest_release()
    if release is None:
        raise NothingReleased
    return Edition(release, page_language())
