"""At which address each page of a pack stands, or will once the pack is applied."""

from collections.abc import Iterable
from functools import cached_property

from mangnon.packsync import Key
from mangnon.pages.drafting import Draft
from mangnon.pages.markdown import Link
from mangnon.pages.models import Made
from mangnon.pages.roots import PREFIX, address_below, roots
from mangnon.pages.standing import PAGES

_FIRST = 2  # the depth of a language's first page


class Addresses:
    """Looked up once for an application."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self._drafts: dict[Key, Draft] = {one.key: one for one in drafts}
        made = list(Made.objects.select_related("page"))
        self._pages: dict[Key, Made] = {(one.stem, one.language): one for one in made}
        self._keys: dict[str, Key] = {one.page.path: (one.stem, one.language) for one in made}

    def link(self, draft: Draft) -> Link:
        """Turn ``page:STEM`` into an address, for the text of a draft; any other link stays."""

        def address(href: str) -> str:
            kind, _, stem = href.partition(":")
            return self._at((stem, draft.key[1])) if kind == "page" else href

        return address

    def _at(self, key: Key) -> str:
        made, draft = self._pages.get(key), self._drafts.get(key)
        if made is None:
            if draft is None:
                raise LookupError(f"no page {key}")
            return self._below(draft.above, key[1], draft.slug)
        page = made.page
        if page.depth == _FIRST:
            return PREFIX[key[1]]
        above = self._keys.get(page.path[: -page.steplen])
        if above is None:  # an editor moved it below a page of their own
            return address_below(roots(), page.url_path) or PREFIX[key[1]]
        kept = draft is None or (page.slug != draft.slug and key in self._edited)
        return self._below(above, key[1], page.slug if kept else draft.slug)

    def _below(self, above: Key | None, language: str, slug: str) -> str:
        return PREFIX[language] if above is None else f"{self._at(above)}{slug}/"

    @cached_property
    def _edited(self) -> frozenset[Key]:
        return PAGES.edited(PAGES.standing())
