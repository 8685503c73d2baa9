"""A pack's page as it will be written: its place in the tree, its fields, its body."""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from mangnon.packfile import Context, Row
from mangnon.pages.markdown import Link, blocks_of, sections_of
from mangnon.pages.models import (
    HomePage,
    NewsIndexPage,
    NewsPage,
    PolicyPage,
    SectionPage,
    SituationPage,
    TextPage,
)
from mangnon.pages.models.kept import KeptPage
from mangnon.text.slugs import slugify

MODELS: dict[str, type[KeptPage]] = {
    "home": HomePage,
    "section": SectionPage,
    "text": TextPage,
    "policy": PolicyPage,
    "situation": SituationPage,
    "news-index": NewsIndexPage,
    "news": NewsPage,
}
_FIRST = 1000  # pages without an order come after those with one


def digest(row: Row) -> str:
    """Return what tells one wording of a page from another."""
    said = json.dumps(dict(row.values), ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(said.encode()).hexdigest()


@dataclass(frozen=True)
class Draft:
    """One page in one language."""

    row: Row
    context: Context

    @property
    def key(self) -> tuple[str, str]:
        """Name the page."""
        return self.row["stem"], self.row["language"]

    @property
    def above(self) -> tuple[str, str] | None:
        """Name the page above; None for a first page."""
        return (self.row["under"], self.row["language"]) if self.row["under"] else None

    @cached_property
    def model(self) -> type[KeptPage]:
        """The kind of page."""
        return MODELS[self.row["kind"]]

    @property
    def slug(self) -> str:
        """The last part of the address."""
        language = "" if self.row["language"] == "vi" else "-en"
        if self.model is HomePage:
            return f"trang-dau{language}"
        return self.row["slug"] or slugify(self.row["title"])

    @property
    def rank(self) -> tuple[int, str]:
        """Where it stands among those below the same page."""
        order = self.row["order"]
        return _FIRST if order is None else int(order), self.row["stem"]

    def fields(self, offices: dict[str, int]) -> dict[str, Any]:
        """Return the values of the page's own columns; bodies come when every page stands."""
        row = self.row
        plain = {
            "title": row["title"], "slug": self.slug, "lead": row["lead"],
            "contact": row["contact"], "review_by": row["review_by"],
            "office_id": offices.get(row["office"]), "show_in_menus": bool(row["menu"]),
            "search_description": row["lead"][:250],
        }  # fmt: skip
        if self.model is SectionPage:
            plain |= {"kind": row["section"] or ""}
        if self.model in (TextPage, SituationPage):
            plain |= {"protects": bool(row["protects"])}
        if self.model is TextPage:
            plain |= {"for_children": bool(row["for_children"]), "in_foot": bool(row["foot"])}
        if self.model is NewsPage:
            plain |= {name: row[name] for name in ("date", "date_note", "signature")}
            plain |= {"signed_by_id": offices.get(row["signed_by"])}
        return plain

    def body(self, link: Link) -> dict[str, Any]:
        """Return what the page's text becomes."""
        text = self.row["text"]
        if self.model is PolicyPage:
            names = ("who_for", "what_it_gives", "how_to_get")
            return dict(zip(names, sections_of(text, link), strict=True))
        if hasattr(self.model, "body"):
            return {"body": json.dumps(blocks_of(text, link), ensure_ascii=False)}
        return {}
