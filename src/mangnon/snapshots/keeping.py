"""Which answers may be kept, and what a public page must never carry."""

import logging

from django.conf import settings
from django.http import HttpResponse

from mangnon.snapshots.recording import Recorder
from mangnon.text.sentence import DomainError, Sentence

_log = logging.getLogger(__name__)
_TYPES = {".xml": ("application/xml", "application/rss+xml"), "/": ("text/html",)}
# What a snapshot carries beside its content; ETag, length and encoding are the file's.
_MADE_HERE = frozenset({"etag", "content-length", "content-encoding", "last-modified"})
_LARGEST = 2_000_000  # bytes; a larger file is no page


class NotForEverybody(DomainError):
    """A public page that knows its reader: a cookie, or a form's token."""

    def __init__(self, path: str, what: str) -> None:
        super().__init__(
            Sentence(
                vi=f"Trang công khai {path} mang {what}: trang này không lưu và dùng chung được.",
                en=f"The public page {path} carries {what}: it cannot be kept for everybody.",
            )
        )


class UnknownRead(DomainError):
    """A public page that read what no ``walls.py`` calls public: no change of it is told."""

    def __init__(self, path: str) -> None:
        super().__init__(
            Sentence(
                vi=f"Trang công khai {path} đọc một bảng không khai báo là công khai trong "
                "walls.py nào: bảng ấy đổi thì trang không biết.",
                en=f"The public page {path} reads a table that no walls.py calls public: the "
                "page does not learn of its changes.",
            )
        )


def flaw(response: HttpResponse) -> str:
    """Name what makes an answer one reader's own; empty where nothing does."""
    if response.cookies or response.has_header("Set-Cookie"):
        return "Set-Cookie"
    if "cookie" in response.get("Vary", "").lower():
        return "Vary: Cookie"
    if not response.streaming and b"csrfmiddlewaretoken" in response.content:
        return "csrfmiddlewaretoken"
    return ""


def demand_for_everybody(path: str, response: HttpResponse) -> bool:
    """Whether an answer is the same for all; in tests one that is not is an error."""
    found = flaw(response)
    if found and settings.MODE == "test":
        raise NotForEverybody(path, found)
    if found:
        _log.error("%s", NotForEverybody(path, found))
    return not found


def demand_known_reads(path: str, recorder: Recorder) -> bool:
    """Whether a page's reads are all known; in tests one that is not is an error."""
    if recorder.unread and settings.MODE == "test":
        raise UnknownRead(path)
    return not recorder.unread


def may_be_kept(path: str, response: HttpResponse) -> bool:
    """Whether an answer is a whole page or feed of the kind that its address says."""
    if response.status_code != 200 or response.streaming or len(response.content) > _LARGEST:
        return False
    end = ".xml" if path.endswith(".xml") else "/"
    kind = response.get("Content-Type", "").partition(";")[0].strip()
    return (
        kind in _TYPES[end]
        and response.get("Vary", "").lower() in ("", "accept-encoding")
        and not {"no-store", "private"} & set(_words(response.get("Cache-Control", "")))
        and not response.has_header("Content-Disposition")
    )


def _words(listed: str) -> list[str]:
    return [one.strip().lower() for one in listed.split(",")]


def headers_of(response: HttpResponse) -> list[tuple[str, str]]:
    """Return the headers that a snapshot carries; a proxy keeps no copy beside the file."""
    kept = [(name, value) for name, value in response.items() if name.lower() not in _MADE_HERE]
    varying = [one for one in kept if one[0].lower() != "vary"]
    return [*varying, ("Vary", "Accept-Encoding"), ("X-Accel-Expires", "0")]
