"""An answer from a snapshot: two small files read, no question to the database."""

import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.conf import settings

_GZIP = re.compile(r"(?:^|[\s,])(?:gzip|\*)(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))", re.IGNORECASE)
_WITH_BODY = frozenset({"content-type", "content-disposition"})
Headers = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Answer:
    """A status line, headers and a body."""

    status: int
    headers: Headers
    body: bytes


def answer(path: str, environ: Mapping[str, Any]) -> Answer | None:
    """Return the answer of a snapshot, or None where there is none."""
    packed = _GZIP.search(environ.get("HTTP_ACCEPT_ENCODING", "")) is not None
    try:
        body, tag = _read(f"{settings.SNAPSHOTS_DIR}/pages/{path}{'.gz' if packed else ''}")
        head, _ = _read(f"{settings.SNAPSHOTS_DIR}/heads/{path}.json")
        headers = list(_headers(head))
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return None
    headers.append(("ETag", tag))
    if _known(environ.get("HTTP_IF_NONE_MATCH", ""), tag):
        return Answer(304, [one for one in headers if one[0].lower() not in _WITH_BODY], b"")
    if packed:
        headers.append(("Content-Encoding", "gzip"))
    headers.append(("Content-Length", str(len(body))))
    return Answer(200, headers, b"" if environ["REQUEST_METHOD"] == "HEAD" else body)


@lru_cache(maxsize=64)
def _headers(head: bytes) -> tuple[tuple[str, str], ...]:
    """Read headers as they were written; most pages bear the same."""
    return tuple((name, value) for name, value in json.loads(head))


def _read(name: str) -> tuple[bytes, str]:
    """Return a file's content and its ETag, written as nginx writes it."""
    with open(name, "rb", buffering=0) as file:  # noqa: PTH123 - a Path is half of the time that an answer takes
        known = os.fstat(file.fileno())
        return file.read(), f'"{int(known.st_mtime):x}-{known.st_size:x}"'


def _known(asked: str, tag: str) -> bool:
    """Whether the reader holds this very content."""
    return bool(asked) and (asked.strip() == "*" or tag in _tags(asked))


def _tags(asked: str) -> set[str]:
    return {one.strip().removeprefix("W/") for one in asked.split(",")}
