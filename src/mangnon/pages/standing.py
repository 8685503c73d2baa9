"""Written pages as the packs' comparison sees them: made once, then the editors' own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mangnon.packsync import Key, Table, Values
from mangnon.packsync.wholes import is_edited
from mangnon.pages.content import TEXTS, columns_of, content, named_of
from mangnon.pages.drafting import MODELS
from mangnon.pages.models import Made, NewsPage, Picture, PolicyPage, SituationPage
from mangnon.pages.models.kept import KeptPage

_HUNG = {PolicyPage: "bases__document", SituationPage: "links", NewsPage: "related"}


@dataclass(frozen=True)
class PageTable(Table):
    """Pages by their names in the pack, each with all that a pack writes of it."""

    def standing(self) -> dict[Key, Values]:
        """Return every page that a pack made as it stands; two questions a kind at most."""
        known = _Known()
        return {known.keys[page.pk]: known.values(page) for page in known.pages()}

    def edited(self, held: Mapping[Key, Values]) -> frozenset[Key]:
        """Return the pages that are no longer as a pack wrote them."""
        found = set()
        for made in Made.objects.select_related("page"):
            key, page = (made.stem, made.language), made.page
            flags = {"live": page.live, "waits": page.has_unpublished_changes}
            if key in held and is_edited(held[key], made.made_as, **flags):
                found.add(key)
        return frozenset(found)


PAGES = PageTable("Trang viết", "Page", Made, ("stem", "language"), ())


class _Known:
    """What pages name by id, by the names that a pack knows."""

    def __init__(self) -> None:
        made = Made.objects.values_list("page_id", "stem", "language")
        self.keys: dict[int, Key] = {pk: (stem, language) for pk, stem, language in made}
        self._pictures = dict(Picture.objects.values_list("pk", "code"))

    def pages(self) -> Iterator[KeptPage]:
        """Yield the pages that packs made, kind by kind."""
        for model in MODELS.values():
            chosen = model.objects.filter(pk__in=self.keys).select_related("office", "picture")
            yield from chosen.prefetch_related(_HUNG[model]) if model in _HUNG else chosen

    def values(self, page: KeptPage) -> Values:
        """Return all that a page says."""
        kind = type(page)
        columns = {name: getattr(page, name) for name in columns_of(kind)}
        named = {name: _code(getattr(page, name)) for name in named_of(kind)}
        said: dict[str, Any] = {name: getattr(page, name, "") for name in TEXTS}
        said["body"] = [self._block(one) for body in page.bodies() for one in body.raw_data]
        return content(kind, columns, named, said, self._hung(page))

    def _block(self, block: Mapping[str, Any]) -> dict[str, Any]:
        value = block["value"]
        if block["type"] == "picture":
            picture = value.get("image")
            value = {**value, "image": self._pictures.get(picture) or picture}
        return {"type": block["type"], "value": value}

    def _hung(self, page: KeptPage) -> Iterator[object]:
        if isinstance(page, PolicyPage):
            yield from ((one.document.code, one.where) for one in page.bases.all())
        if isinstance(page, SituationPage):
            for one in page.links.all():
                kind = "procedure" if one.procedure else "service"
                code = one.procedure or one.service
                yield self._page(one.leads_to_id) if one.leads_to_id else f"{kind}:{code}"
        if isinstance(page, NewsPage):
            yield from (self._page(one.other_id) for one in page.related.all())

    def _page(self, number: int) -> str:
        return f"page:{self.keys[number][0] if number in self.keys else number}"


def _code(thing: Any) -> str:
    if thing is None:
        return ""
    return thing.code or f"#{thing.pk}"
