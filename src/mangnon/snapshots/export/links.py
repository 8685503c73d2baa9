"""The addresses of our own that a page or a style sheet leads to."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urljoin, urlsplit

_ATTRIBUTES = re.compile(rb"""\s(?:href|src|poster)\s*=\s*["']([^"']+)["']""")
_SETS = re.compile(rb"""\ssrcset\s*=\s*["']([^"']+)["']""")
_PLACES = re.compile(rb"<loc>([^<]+)</loc>")
_STYLES = re.compile(rb"""url\(\s*["']?([^"')]+)["']?\s*\)""")


def links(kind: str, body: bytes, at: str, hosts: frozenset[str]) -> set[str]:
    """Return the paths that content leads to, without parameters and marks."""
    found = (_own(one, at, hosts) for one in _written(kind, body))
    return {one for one in found if one is not None}


def _written(kind: str, body: bytes) -> Iterator[str]:
    if kind == "text/html":
        yield from (unescape(one.decode()) for one in _ATTRIBUTES.findall(body))
        for listed in _SETS.findall(body):
            yield from (
                one.split()[0] for one in unescape(listed.decode()).split(",") if one.strip()
            )
    elif kind == "text/css":
        yield from (one.decode() for one in _STYLES.findall(body))
    elif kind.endswith("xml"):
        yield from (unescape(one.decode()) for one in _PLACES.findall(body))


def _own(written: str, at: str, hosts: frozenset[str]) -> str | None:
    """Return the path of a link within the site; None where it leads out of it."""
    try:
        parts = urlsplit(urljoin(f"http://{min(hosts)}{at}", written.strip()))
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or parts.hostname not in hosts:
        return None
    return parts.path or "/"
