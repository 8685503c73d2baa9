"""The language that a page is told in."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from mangnon.text.dates import format_date
from mangnon.text.sentence import Language
from mangnon.text.sorting import sort_key
from mangnon.ui.templatetags.mangnon_ui import page_language


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Says things in the page's language."""

    language: Language

    def of(self, thing: Any, stem: str) -> str:
        """Return ``thing.<stem>_vi`` or ``_en``; Vietnamese where English is empty."""
        said: str = getattr(thing, f"{stem}_{self.language}")
        return said or str(getattr(thing, f"{stem}_vi"))

    def name(self, thing: Any) -> str:
        """Return the name of a place, an office, a procedure …"""
        return self.of(thing, "name")

    def say(self, both: Any) -> str:
        """Return the text of something with ``vi`` and ``en``."""
        return str(getattr(both, self.language))

    def written(self, day: date) -> str:
        """Write a day."""
        return format_date(day, self.language)

    def by_name(self, thing: Any) -> str:
        """Return the key that sorts things by name as Vietnamese does."""
        return sort_key(self.name(thing))


def page_voice() -> Voice:
    """Return the voice of the page being rendered."""
    return Voice(language=page_language())
