"""What a page says, in one form: as a pack wants it, and as it stands after an editor's form.

Editors' fields write the same words otherwise than a pack does: other tags, other spaces, keys of
their own. Whatever does not change what is read is taken out before the two are compared.
"""

import re
from collections.abc import Iterable, Mapping
from html import unescape
from typing import Any

from mangnon.packsync import Values
from mangnon.pages.models import (
    NewsPage,
    PolicyPage,
    SectionPage,
    SituationPage,
    TextPage,
)
from mangnon.pages.models.kept import KeptPage

Kind = type[KeptPage]
TEXTS = ("who_for", "what_it_gives", "how_to_get")
_COMMON = (
    *("title", "slug", "lead", "contact", "review_by", "show_in_menus", "seo_title"),
    "search_description",
)
_COLUMNS: dict[Kind, tuple[str, ...]] = {
    SectionPage: ("kind",),
    TextPage: ("protects", "for_children", "in_foot"),
    SituationPage: ("protects",),
    PolicyPage: ("valid_from", "valid_to"),
    NewsPage: ("date", "date_note", "signature"),
}
_KEY = re.compile(r' data-block-key="[^"]*"')
_GAP = re.compile(r"\s+")
_BESIDE = re.compile(r"\s*(</?(?:p|ul|ol|li)>)\s*")
_SAME = {"strong>": "b>", "em>": "i>"}


def columns_of(kind: Kind) -> tuple[str, ...]:
    """Name the plain columns that a pack writes of a kind of page."""
    return (*_COMMON, *_COLUMNS.get(kind, ()))


def named_of(kind: Kind) -> tuple[str, ...]:
    """Name what a page of a kind names by a code: offices, a picture."""
    return ("office", "picture", *(("signed_by",) if kind is NewsPage else ()))


def content(
    kind: Kind,
    columns: Mapping[str, Any],
    named: Mapping[str, str],
    said: Mapping[str, Any],
    hung: Iterable[object],
) -> Values:
    """Return a page as values that can be compared; ``said`` holds its body or its texts."""
    return (
        kind.__name__,
        tuple((name, columns[name]) for name in columns_of(kind)),
        tuple((name, named[name]) for name in named_of(kind)),
        tuple((name, plain(value)) for name, value in sorted(said.items()) if value),
        tuple(hung),
    )


def plain(value: Any) -> Any:
    """Return a text, a block or a list of blocks without what no reader sees."""
    if isinstance(value, str):
        return _plain_text(value)
    if isinstance(value, Mapping):
        rest = ((name, plain(one)) for name, one in value.items() if name != "id" and one)
        return tuple(sorted(rest, key=lambda pair: pair[0]))
    if isinstance(value, list | tuple):
        return tuple(plain(one) for one in value)
    return value


def _plain_text(text: str) -> str:
    for written, ours in _SAME.items():
        text = text.replace(f"<{written}", f"<{ours}").replace(f"</{written}", f"</{ours}")
    text = _GAP.sub(" ", _KEY.sub("", text))
    return unescape(_BESIDE.sub(r"\1", text)).strip()
