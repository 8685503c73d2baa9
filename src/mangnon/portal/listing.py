"""A list that visitors narrow down: its switches and its entries, for a page or a section."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from django.http import HttpRequest
from django.utils.translation import gettext as _

from mangnon.portal.addresses import address, with_choices
from mangnon.portal.choices import chosen
from mangnon.portal.errors import NoSuchEntry, Way
from mangnon.text.sentence import Sentence
from mangnon.ui.parts import Link
from mangnon.ui.templatetags.mangnon_ui import page_language

_NEAR = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of a list: its name, a sentence about it, a few facts in a line."""

    name: str
    url: str
    words: str = ""
    facts: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Switch:
    """The choices of one kind; ``folded``: too many to stand open."""

    label: str
    choices: Sequence[Link]
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """What ``portal/parts/listing.html`` shows."""

    switches: Sequence[Switch]
    entries: Sequence[Entry]


@dataclass(frozen=True, slots=True)
class Narrowing:
    """One parameter of a list, the value chosen, and what the others are."""

    request: HttpRequest
    page: str
    name: str
    names: Sequence[str]

    def switch(
        self,
        label: str,
        words: Mapping[str, str],
        counts: Mapping[str, int],
        *,
        folded: bool = False,
    ) -> Switch | None:
        """Return the choices that would show something; None where there is no choice."""
        now = self.request.GET.get(self.name, "")
        offered = [value for value in words if counts.get(value) or value == now]
        if len(offered) < 2 and not now:
            return None
        links = [Link(_("Tất cả"), self._url(None), not now)]
        links += [
            Link(f"{words[one]} ({counts.get(one, 0)})", self._url(one), one == now)
            for one in offered
        ]
        return Switch(label, links, folded)

    def _url(self, value: str | None) -> str:
        kept = {name: one for name, one in chosen(self.request).items() if name in self.names}
        return with_choices(address(self.page, page_language()), {**kept, self.name: value})


def nothing_named(
    what: Sentence, page: str, code: str, names: Mapping[str, tuple[str, str]]
) -> NoSuchEntry:
    """Return the mistake of a code that names nothing, with those that are near."""
    near = get_close_matches(code, names, n=_NEAR, cutoff=0.5)
    return NoSuchEntry(
        what, code, [Way(page, {"code": one}, Sentence(*names[one])) for one in near]
    )


def present(switches: Iterable[Switch | None]) -> list[Switch]:
    """Leave out the switches that offer nothing."""
    return [one for one in switches if one is not None]
