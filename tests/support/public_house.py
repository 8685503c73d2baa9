"""What the public house consists of, found in its own tables: its routes, and its templates."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.apps import apps
from django.urls import URLPattern, URLResolver

# The floors whose templates a reader may see.
FLOORS = ("ui", "visits", "pages", "portal")
_EXTENDS = re.compile(r'{% extends "([^"]+)" %}')
_INCLUDES = re.compile(r'{% include "([^"]+)"')
_FRAME = "ui/base.html"


def routes(
    patterns: Iterable[URLPattern | URLResolver], spaces: tuple[str, ...] = ()
) -> Iterator[tuple[str, URLPattern]]:
    """Yield every public route: its full name and its pattern."""
    for one in patterns:
        if isinstance(one, URLResolver):
            if str(one.pattern) != "desk/":
                inner = (one.namespace,) if one.namespace else ()
                yield from routes(one.url_patterns, (*spaces, *inner))
        elif isinstance(one, URLPattern):
            yield ":".join((*spaces, str(one.name))), one


def templates() -> set[str]:
    """Return every page of the public frame, what they are put together from, and the blocks."""
    texts = dict(_texts())
    found = {name for name in texts if _root(name, texts) == _FRAME}
    found |= {name for name in texts if name.startswith("pages/blocks/")}
    waiting = list(found)
    while waiting:
        inner = {*_INCLUDES.findall(texts[waiting.pop()])} & texts.keys() - found
        found |= inner
        waiting += inner
    return found


def _texts() -> Iterator[tuple[str, str]]:
    for floor in FLOORS:
        folder = Path(apps.get_app_config(floor).path) / "templates"
        for path in folder.rglob("*.html"):
            yield path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8")


def _root(name: str, texts: dict[str, str]) -> str:
    """Follow what a template extends to its end; one may extend a library's namesake."""
    while (above := _EXTENDS.match(texts.get(name, ""))) and above[1] != name:
        name = above[1]
    return name
