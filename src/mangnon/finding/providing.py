"""How a subject makes its things findable: a provider, announced in its ``finding.py``.

    from mangnon.finding import providing

    def offers(keys: Collection[str] | None) -> Iterator[Offer]:
        rows = Thing.objects.filter(public=True)
        for one in rows if keys is None else rows.filter(code__in=keys):
            for language in LANGUAGES:
                yield Offer(one.code, language, address=page_address("thing", language, …), …)

    providing.provide(Provider("thing", Sentence("Sự vật", "Things"), offers))

``mangnon.finding`` imports every installed subject's ``finding.py`` at start. After each change
the subject's act calls ``finding.actions.refresh("thing", codes)`` in its own transaction: what is
no longer offered is gone from the search with it, what is new is found. ``mangnon finding
rebuild`` asks every provider for everything; ``offers(None)`` should stream (``iterator()``).
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import NoReverseMatch, reverse

from mangnon.text.sentence import Language, Sentence

LANGUAGES: tuple[Language, ...] = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a thing's text, to which its page can be opened: its anchor, its name, its words.

    Parts that do not ``begin`` belong to the last before them that does: an article's paragraphs.
    """

    anchor: str
    label: str
    text: str
    begins: bool = True


@dataclass(frozen=True, slots=True)
class Offer:
    """One findable thing in one language; an empty ``address`` leaves it out.

    ``summary`` is shown where the words stand nowhere else, ``body`` is searched and quoted;
    both are plain text. ``parts`` are its body, where it has any: a hit opens at one of them.
    ``label`` stands beside the title (“Nghị định · Chính phủ”). ``places``
    are keys of places (``10525@2025-07-01``), those above included, ``numbers`` document numbers
    as printed. ``boost`` from -5 to 5 moves a thing among those that match as well.
    """

    key: str
    language: Language
    address: str
    title: str
    summary: str = ""
    body: str = ""
    parts: tuple[Part, ...] = ()
    label: str = ""
    on: date | None = None
    places: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    boost: float = 0.0


@dataclass(frozen=True, slots=True)
class Provider:
    """The offers of one kind: of some keys, or of all where ``None`` is asked."""

    kind: str
    name: Sentence
    offers: Callable[[Collection[str] | None], Iterable[Offer]]


_PROVIDERS: dict[str, Provider] = {}


def provide(provider: Provider) -> None:
    """Announce a provider; called once by each subject at start."""
    _PROVIDERS[provider.kind] = provider


def provider_of(kind: str) -> Provider:
    """Return the provider of a kind; raises KeyError for a kind that no subject offers."""
    return _PROVIDERS[kind]


def providers() -> list[Provider]:
    """Return every provider, in the order in which the subjects are installed."""
    return list(_PROVIDERS.values())


def withdraw(kind: str) -> None:
    """Forget a provider, for tests that bring their own."""
    _PROVIDERS.pop(kind, None)


def page_address(page: str, language: Language, **parts: str) -> str:
    """Return the address of a page of the public site, "" where the site has no such page."""
    try:
        return reverse(f"{language}:{page}", kwargs=parts)
    except NoReverseMatch:
        return ""
