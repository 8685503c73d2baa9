"""The verdict of a scorecard in one sentence, made from its statuses."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from django.utils.translation import gettext as _

from mangnon.programme.status import Assessment, Status
from mangnon.text.sentence import Language

_WORDS: dict[Language, tuple[str, ...]] = {
    "vi": ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"),
    "en": ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
}
_KEPT = (Status.MET, Status.MET_WITHIN_ERROR)


def in_words(count: int, language: Language) -> str:
    """Write a number up to ten in words, a larger one in digits."""
    words = _WORDS[language]
    return words[count] if count < len(words) else str(count)


def verdict(assessments: Sequence[Assessment], language: Language) -> str:
    """Say how many promises were kept by their day and how many were not."""
    judged = [one.current for one in assessments if one.current is not None]
    days = {one.step.due for one in judged}
    on = assessments[0].on if assessments else None
    phrases = _phrases([one.status for one in assessments], language)
    if not phrases:
        return ""
    return f"{_by(days, on)}: {', '.join(phrases)}."


def now_verdict(assessments: Iterable[Assessment], language: Language) -> str:
    """Say how many stand at the promised level today; empty before the last due date."""
    phrases = _now_phrases([one.now.status for one in assessments if one.now], language)
    return _("Nay: %(parts)s.") % {"parts": ", ".join(phrases)} if phrases else ""


def _by(days: set[date], on: date | None) -> str:
    """Say until when: the year that all were due in, once it is over; else until now."""
    years = {day.year for day in days}
    if len(years) == 1 and on is not None and on > max(days):
        return _("Đến hết năm %(year)s") % {"year": years.pop()}
    return _("Đến nay")


def _phrases(statuses: Sequence[Status | None], language: Language) -> list[str]:
    count = Counter(statuses)
    found = [_kept(count, language)]
    for status, words in (
        (Status.MISSED, _("%(count)s điều chưa giữ")),
        (Status.TOO_CLOSE, _("%(count)s điều chưa kết luận được")),
        (Status.ON_TRACK, _("%(count)s điều đúng tiến độ")),
        (Status.BEHIND, _("%(count)s điều chậm")),
        (Status.NOT_YET_ASSESSED, _("%(count)s điều chưa đến kỳ đánh giá")),
        *_silent(),
        (None, _("%(count)s điều không đánh giá ở cấp này")),
    ):
        if count[status]:
            found.append(words % {"count": in_words(count[status], language)})
    return [one for one in found if one]


def _kept(count: Counter[Status | None], language: Language) -> str:
    """Say how many were kept, and how many of them within the margin of error."""
    kept, barely = sum(count[one] for one in _KEPT), count[Status.MET_WITHIN_ERROR]
    if not kept:
        return ""
    said = {"count": in_words(kept, language), "within": in_words(barely, language)}
    if not barely:
        return _("%(count)s điều đã giữ") % said
    if barely == kept:
        return _("%(count)s điều đã giữ, trong sai số") % said
    return _("%(count)s điều đã giữ (trong đó %(within)s trong sai số)") % said


def _silent() -> list[tuple[Status, str]]:
    """The words of what cannot be judged, for then and for now."""
    return [
        (Status.NO_DATA, _("%(count)s điều chưa có số liệu")),
        (Status.TOO_FEW, _("%(count)s điều quá ít để kết luận")),
        (Status.TOO_OLD, _("%(count)s điều chỉ có số liệu cũ")),
    ]


def _now_phrases(statuses: Sequence[Status], language: Language) -> list[str]:
    count = Counter(statuses)
    met = sum(count[one] for one in _KEPT)
    found = [(met, _("%(count)s điều đạt mức đề ra"))]
    found += [
        (count[status], words)
        for status, words in (
            (Status.MISSED, _("%(count)s điều chưa đạt")),
            (Status.TOO_CLOSE, _("%(count)s điều chưa kết luận được")),
            (Status.NOT_YET_ASSESSED, _("%(count)s điều chưa đến kỳ đánh giá")),
            *_silent(),
        )
    ]
    return [words % {"count": in_words(n, language)} for n, words in found if n]
