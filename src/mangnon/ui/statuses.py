"""The closed list of statuses: each with its word, its tone and its own mark."""

from dataclasses import dataclass
from typing import Literal

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from mangnon.ui.charts import svg
from mangnon.ui.charts.trend import Tone

Status = Literal[
    "not_yet_assessed",
    "no_data",
    "too_few",
    "too_old",
    "met_within_error",
    "too_close",
    "met",
    "missed",
    "on_track",
    "behind",
]

# The marks differ in shape, so that they are told apart without colour, on a 16 by 16 grid.
# f: filled, o: outlined, c: cut out of what is filled.
_RING = ("o", "M8,1.9a6.1,6.1 0 1 1 0,12.2a6.1,6.1 0 1 1 0,-12.2z")
_DISC = ("f", "M8,1a7,7 0 1 1 0,14a7,7 0 1 1 0,-14z")
_TICK = "M4.7,8.3l2.3,2.4l4.4,-5"

MARKS: dict[str, tuple[tuple[str, str], ...]] = {
    "not_yet_assessed": (("o dash", _RING[1]),),
    "no_data": (_RING, ("o", "M5,8h6")),
    "too_few": (
        (
            "f",
            "M1,8a1.7,1.7 0 1 1 3.4,0a1.7,1.7 0 1 1 -3.4,0zM6.3,8a1.7,1.7 0 1 1 3.4,0"
            "a1.7,1.7 0 1 1 -3.4,0zM11.6,8a1.7,1.7 0 1 1 3.4,0a1.7,1.7 0 1 1 -3.4,0z",
        ),
    ),
    "too_old": (_RING, ("o", "M8,4.6v3.6l2.6,1.6")),
    "met_within_error": (_RING, ("o", _TICK)),
    "too_close": (_RING, ("f", "M8,2a6,6 0 0 1 0,12z")),
    "met": (_DISC, ("c", _TICK)),
    "missed": (("f", "M1.5,1.5h13v13h-13z"), ("c", "M5,5l6,6m0,-6l-6,6")),
    "on_track": (_RING, ("f", "M6.3,4.7l5.2,3.3l-5.2,3.3z")),
    "behind": (("f", "M8,1.2l7.2,13.4h-14.4z"),),
}


@dataclass(frozen=True, slots=True)
class StatusWord:
    """A status as a reader meets it."""

    word: LazyText
    tone: Tone


WORDS: dict[str, StatusWord] = {
    "not_yet_assessed": StatusWord(_("Chưa đến kỳ đánh giá"), "quiet"),
    "no_data": StatusWord(_("Chưa có số liệu"), "quiet"),
    "too_few": StatusWord(_("Quá ít để kết luận"), "quiet"),
    "too_old": StatusWord(_("Số liệu quá cũ"), "quiet"),
    "met_within_error": StatusWord(_("Đạt, trong sai số"), "good"),
    "too_close": StatusWord(_("Chưa kết luận được"), "near"),
    "met": StatusWord(_("Đạt"), "good"),
    "missed": StatusWord(_("Không đạt"), "late"),
    "on_track": StatusWord(_("Đúng tiến độ"), "good"),
    "behind": StatusWord(_("Chậm"), "late"),
}


def word_of(status: str) -> StatusWord:
    """Return the word of a status; one outside the closed list is a mistake in the caller."""
    if status not in WORDS:
        raise ValueError(f"status {status!r} is not one of {', '.join(WORDS)}")
    return WORDS[status]


def tone_of(status: str) -> Tone:
    """Return the tone of a status: good, near, late or quiet."""
    return word_of(status).tone


def mark_svg(status: str) -> str:
    """Draw the mark of a status; the word beside it carries the meaning."""
    word_of(status)
    frame: dict[str, svg.Attribute] = {
        "class": "sign",
        "viewBox": "0 0 16 16",
        "width": 16,
        "height": 16,
        "aria-hidden": "true",
    }
    shapes = (svg.element("path", {"class": kind, "d": d}) for kind, d in MARKS[status])
    return svg.element("svg", frame, *shapes)
