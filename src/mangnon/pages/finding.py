"""Written pages and news, for those who search: title, lead, and every word of the body."""

import re
from collections.abc import Collection, Iterable, Iterator
from html import unescape
from typing import Any

from wagtail.models import Page

from mangnon.finding.actions import refresh
from mangnon.finding.providing import Offer, Provider, provide
from mangnon.pages import finding_offices  # noqa: F401  which offers the rest
from mangnon.pages.models import NewsPage
from mangnon.pages.models.kept import KeptPage
from mangnon.pages.roots import Root, address_below, roots
from mangnon.text.sentence import Sentence

PAGES, NEWS = "page", "news"
_TAG = re.compile(r"<[^>]+>")
_FIELDS = ("who_for", "what_it_gives", "how_to_get")


def pages(keys: Collection[str] | None) -> Iterator[Offer]:
    """Offer every published page that is no news, by its number."""
    return _offers(Page.objects.live().not_type(NewsPage).filter(depth__gte=3), keys)


def news(keys: Collection[str] | None) -> Iterator[Offer]:
    """Offer every published piece of news."""
    return _offers(Page.objects.live().type(NewsPage), keys)


def _offers(rows: Any, keys: Collection[str] | None) -> Iterator[Offer]:
    known = roots()
    chosen = rows if keys is None else rows.filter(pk__in=[int(key) for key in keys])
    for page in chosen.specific().iterator(chunk_size=200):
        if isinstance(page, KeptPage):
            yield from _offer(page, known)


def _offer(page: KeptPage, known: list[Root]) -> Iterator[Offer]:
    for root in known:
        if page.url_path.startswith(root.url_path):
            yield Offer(
                str(page.pk),
                root.language,
                address_below(known, page.url_path) or "",
                title=page.title,
                summary=page.lead,
                body=words_of(page),
                on=getattr(page, "date", None),
                boost=1 if not isinstance(page, NewsPage) else 0,
            )


def words_of(page: KeptPage) -> str:
    """Return every word of a page's body, without its markup."""
    parts = [str(getattr(page, name, "")) for name in _FIELDS]
    parts += [text for body in page.bodies() for block in body for text in _said(block)]
    return unescape(_TAG.sub(" ", " ".join(parts))).replace("\xa0", " ").strip()


def _said(block: Any) -> Iterable[str]:
    """Yield the words of a block; of a picture and a file what is said of them."""
    value = block.value
    if isinstance(value, dict):
        return [str(one) for name, one in value.items() if name in _WORDS and one]
    return [str(value)] if block.block_type in ("heading", "paragraph") else []


_WORDS = frozenset({"text", "who", "caption", "alt", "title", "about"})


def page_found_anew(instance: Any, **_: Any) -> None:
    """Write again what is found of a page and of all that lies below it."""
    below = instance.get_descendants(inclusive=True)
    found = list(below.values_list("pk", "content_type__model"))
    refresh(NEWS, [str(pk) for pk, model in found if model == NewsPage._meta.model_name])
    refresh(PAGES, [str(pk) for pk, model in found if model != NewsPage._meta.model_name])


provide(Provider(PAGES, Sentence("Trang viết", "Pages"), pages))
provide(Provider(NEWS, Sentence("Tin tức", "News"), news))
