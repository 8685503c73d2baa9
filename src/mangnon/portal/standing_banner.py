"""How a document stands on a day: the word, why, what did it, and what its source says."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mangnon.legislation.models import Document
from mangnon.legislation.public import Told
from mangnon.legislation.standing.graph import Verdict
from mangnon.legislation.standing.words import Standing, Why
from mangnon.portal.document_words import RELATIONS, STANDINGS
from mangnon.portal.resting import document_url, titled
from mangnon.portal.voices import Voice
from mangnon.ui.parts import Link

_TONES = {Standing.IN_FORCE: "good", Standing.EXPIRED: "late"}


@dataclass(frozen=True, slots=True)
class Banner:
    """``done``: what was done to it, with who did; ``differs``: its source says otherwise.

    ``now``: what took over from it or from what it rests on, and how that stands.
    """

    word: str
    tone: str
    day: str
    why: str
    done: Sequence[tuple[str, Link]]
    stated: str
    differs: bool
    shaken: Sequence[Link]
    now: Sequence[tuple[str, Link, str]]
    today_url: str


def banner(voice: Voice, told: Told, day: date, *, of_a_day: bool) -> Banner:
    """Return the banner; ``of_a_day``: the address names the day."""
    one, verdict = told.document, told.verdict
    sources = {relation.pk: relation.source for relation in told.undergoes}
    done = [
        (str(RELATIONS[tie.kind][1]), _link(voice, sources[tie.row]))
        for tie in verdict.ties
        if tie.row in sources
    ]
    return Banner(
        str(STANDINGS[verdict.standing]),
        _TONES.get(verdict.standing, "near"),
        voice.written(day),
        _why(voice, verdict),
        done,
        _stated(voice, one),
        bool(one.stated) and one.stated != verdict.standing,
        [_link(voice, ground) for ground in told.shaken],
        [
            (heir.target.number or voice.of(heir.target, "title"), _link(voice, heir.source),
             str(STANDINGS[told.heirs_stand[heir.source_id].standing]))
            for heir in told.heirs
        ],
        document_url(voice, one) if of_a_day else "",
    )  # fmt: skip


def _link(voice: Voice, one: Document) -> Link:
    return Link(titled(voice, one), document_url(voice, one))


def _why(voice: Voice, verdict: Verdict) -> str:
    """Say no more of its force than dates and relations tell."""
    days = {
        "begin": voice.written(verdict.since) if verdict.since else "",
        "end": voice.written(verdict.until) if verdict.until else "",
    }
    if verdict.why in _TO_A_DAY and verdict.until:
        return str(_TO_A_DAY[verdict.why]) % days
    return str(_REASONS[verdict.why]) % days


_ENDED = gettext_lazy("Hết hiệu lực từ ngày %(begin)s")
_REASONS = {
    Why.NO_START: gettext_lazy("Danh mục chưa ghi ngày có hiệu lực"),
    Why.UNDATED: gettext_lazy("Có văn bản tác động tới văn bản này mà chưa rõ từ ngày nào"),
    Why.NOT_BEGUN: gettext_lazy("Có hiệu lực từ ngày %(begin)s, chưa tới"),
    Why.TERM: _ENDED,
    Why.ENDED: _ENDED,
    Why.SUSPENDED: gettext_lazy("Ngưng hiệu lực từ ngày %(begin)s"),
    Why.PART: gettext_lazy("Một phần không còn như cũ từ ngày %(begin)s"),
    Why.RUNS: gettext_lazy("Có hiệu lực từ ngày %(begin)s; danh mục chưa ghi ngày hết hiệu lực"),
}
_TO_A_DAY = {
    Why.RUNS: gettext_lazy("Có hiệu lực từ ngày %(begin)s đến trước ngày %(end)s"),
    Why.SUSPENDED: gettext_lazy("Ngưng hiệu lực từ ngày %(begin)s đến trước ngày %(end)s"),
}


def _stated(voice: Voice, one: Document) -> str:
    """Say how its source says it stands, where it says anything."""
    if not one.stated:
        return ""
    said = {
        "word": STANDINGS[one.stated],
        "source": one.stated_by or _("nguồn không ghi tên"),
        "day": voice.written(one.stated_on) if one.stated_on else _("ngày không rõ"),
    }
    return _("Theo %(source)s (đọc %(day)s): %(word)s.") % said
