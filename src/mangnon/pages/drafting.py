"""A pack's page as it will be written: its place in the tree, its fields, its body."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from mangnon.packfile import Context, Row
from mangnon.packsync import Values
from mangnon.pages.content import TEXTS, columns_of, content, named_of
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

    @cached_property
    def columns(self) -> dict[str, Any]:
        """The values of the page's own columns."""
        row = self.row
        wanted = {
            **row.values,
            "slug": self.slug,
            "show_in_menus": bool(row["menu"]),
            "seo_title": "",
            "search_description": row["lead"][:250],
            "kind": row["section"] or "",
            "in_foot": bool(row["foot"]),
            **{name: bool(row[name]) for name in ("protects", "for_children")},
            **dict.fromkeys(("valid_from", "valid_to")),
        }
        return {name: wanted[name] for name in columns_of(self.model)}

    @cached_property
    def named(self) -> dict[str, str]:
        """The codes of the offices and of the picture that the page names."""
        return {name: self.row[name] or "" for name in named_of(self.model)}

    @cached_property
    def bases(self) -> list[tuple[str, str]]:
        """The documents that a policy rests on, and where in them."""
        split = [one.partition("|") for one in self.row["basis"]]
        return [(code.strip(), where.strip()) for code, _, where in split]

    def body(self, link: Link, picture: Callable[[str], object] = str) -> dict[str, Any]:
        """Return what the page's text becomes; ``picture`` turns a code into what stands for it."""
        said = self._said(link, picture)
        return {**said, "body": json.dumps(said["body"])} if "body" in said else said

    def values(self, link: Link) -> Values:
        """Return the page as the pack wants it, to be compared with what stands."""
        hung = self.bases if self.model is PolicyPage else self.row["leads_to"]
        return content(self.model, self.columns, self.named, self._said(link, str), hung)

    def _said(self, link: Link, picture: Callable[[str], object]) -> dict[str, Any]:
        text = self.row["text"]
        if self.model is PolicyPage:
            return dict(zip(TEXTS, sections_of(text, link), strict=True))
        if not hasattr(self.model, "body"):
            return {}

        def shown(code: str) -> dict[str, object]:
            row = self.context.find("picture", code)
            if row is None:
                raise LookupError(f"{self.key}: no picture {code}")
            said = {name: row[f"{name}_{self.row['language']}"] for name in ("alt", "credit")}
            return {"image": picture(code), **said, "decorative": False}

        return {"body": blocks_of(text, link, shown)}
