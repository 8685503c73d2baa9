"""A promise as a row of the scorecard: from figures and judgement to words."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from mangnon.portal.addresses import address
from mangnon.portal.editions import Edition
from mangnon.portal.figuring import amount, plain
from mangnon.portal.promises import Promise
from mangnon.portal.seen import Seen, latest, of_series
from mangnon.portal.trends import promise_trend
from mangnon.programme.status import NOT_JUDGED, Assessment, Judgement
from mangnon.ui.charts.trend import Trend
from mangnon.ui.parts import Link


@dataclass(frozen=True, slots=True)
class Stand:
    """How a promise stands at one time: when, its word, the figure that was judged."""

    when: str
    status: str
    detail: str = ""
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One row: what was promised, where it started, where it stands, the way between."""

    number: int
    code: str
    title: str
    url: str
    said: str
    started: str
    value: float | None
    unit: str
    decimals: int
    instead: str
    as_of: str
    stands: tuple[Stand, ...]
    status: str
    trend: Trend
    source: str
    links: tuple[Link, ...]
    markers: tuple[str, ...]


def card(
    edition: Edition, promise: Promise, key: str, seen: Sequence[Seen], assessment: Assessment
) -> Card:
    """Make the row of a promise at the place of ``key``."""
    title, series = promise.title(edition), series_here(promise, seen)
    last = latest(of_series(seen, promise.declared.code, series))
    value = last.value if last and not last.withheld else None
    return Card(
        number=promise.number,
        code=promise.code,
        title=title,
        url=address("promise-at", edition.language, code=promise.code, key=key),
        said=promise.said(edition, [one.step for one in assessment.steps] or None),
        started=_started(edition, promise, assessment),
        value=value,
        unit=promise.unit,
        decimals=promise.decimals if value is None else plain(value, promise.decimals),
        instead=_instead(last, promise, assessment),
        as_of=edition.written(last.as_of) if last else "",
        stands=stands(edition, promise, assessment, seen),
        status=assessment.status or "no_data",
        trend=promise_trend(edition, promise.declared, series, seen, assessment, title),
        source=source_words(promise, series),
        links=_links(edition, promise, key),
        markers=last.markers if last else (),
    )  # fmt: skip


def stands(
    edition: Edition, promise: Promise, assessment: Assessment, seen: Sequence[Seen]
) -> tuple[Stand, ...]:
    """Return the verdict at the due date, and after it how the promise stands now."""
    if assessment.current is None:
        return (Stand("", "no_data", NOT_JUDGED.in_language(edition.language)),)
    current = assessment.current
    past = current.step.due < assessment.on
    when = _("Hạn %(year)s") if past else _("Hứa năm %(year)s")
    mine = of_series(seen, promise.declared.code, promise.target.series)
    found = [_stand(edition, promise, when % {"year": current.step.due.year}, current, mine)]
    if assessment.now is not None:
        # Its figure is the large one above.
        found.append(Stand(_("Nay"), assessment.now.status, _left_out(assessment.now, mine)))
    return tuple(found)


def _stand(
    edition: Edition, promise: Promise, when: str, judged: Judgement, seen: Sequence[Seen]
) -> Stand:
    decimals = max(promise.decimals, judged.decimals)
    figure = amount(judged.value, promise.unit, decimals, edition.language)
    shown = "" if judged.value is None else figure
    return Stand(when, judged.status, _left_out(judged, seen), shown)


def _left_out(judged: Judgement, seen: Sequence[Seen]) -> str:
    """Say so where the judged period's whole level is left out; else nothing."""
    if judged.point is None or not judged.point.withheld:
        return ""
    period = next((one for one in seen if one.as_of == judged.point.as_of), None)
    return _("Không công bố") if period is not None and period.withheld == "level" else ""


def series_here(promise: Promise, seen: Sequence[Seen]) -> str:
    """Return the series that judges; where it has no figure here, another that has."""
    code, judging = promise.declared.code, promise.target.series
    here = {one.series for one in seen if one.indicator == code and not one.breakdown}
    others = (one.code for one in promise.declared.series if one.code in here)
    return judging if judging in here else next(others, judging)


def _instead(last: Seen | None, promise: Promise, assessment: Assessment) -> str:
    """Say in words why there is no figure."""
    if last is None:
        return _("Chưa có số liệu") if assessment.judged else from_level(promise)
    if last.withheld == "estimated":
        return _("Không công bố: chỉ ước tính được")
    if last.withheld == "level":
        return _("Không công bố ở cấp này")
    return _("Không công bố: số quá nhỏ") if last.withheld else ""


def _started(edition: Edition, promise: Promise, assessment: Assessment) -> str:
    base = assessment.base
    if base is None:
        return ""
    said = {
        "year": base.on.year,
        "value": amount(base.value, promise.unit, promise.decimals, edition.language),
    }
    return (
        _("Xuất phát năm %(year)s: %(value)s, đo từ chuỗi số liệu")
        if base.measured
        else _("Xuất phát năm %(year)s: %(value)s")
    ) % said


def from_level(promise: Promise) -> str:
    """Say from which level up there are figures, where the communes have none."""
    if any("district" in one.levels for one in promise.declared.series):
        return _("Chỉ công bố từ cấp huyện trở lên")
    return _("Chỉ có số của toàn địa bàn")


def source_words(promise: Promise, series: str) -> str:
    """Say where the figures of a series come from."""
    source = next(one.source for one in promise.declared.series if one.code == series)
    return {
        "records": _("Đếm từ hồ sơ"),
        "reported": _("Tổng số do ngành báo cáo"),
        "survey": _("Điều tra chọn mẫu"),
    }[source]


def clause_words(promise: Promise, *, held: bool = False) -> str:
    """Name the document that set the promise, and (unless ``held``) say where it is not held."""
    document = promise.target.document
    number = document.number or document.title_vi
    named = _("Kế hoạch %(number)s") % {"number": number} if document.kind == "plan" else number
    if held or not promise.target.original_not_held:
        return named
    return _("%(document)s · văn bản gốc chưa có") % {"document": named}


def _links(edition: Edition, promise: Promise, key: str) -> tuple[Link, ...]:
    page = address("promise-at", edition.language, code=promise.code, key=key)
    formula = address("indicator", edition.language, key=promise.declared.code)
    return (
        Link(clause_words(promise), f"{page}#clause"),
        Link(_("cách tính"), formula),
        Link(_("bảng số liệu"), f"{page}#table"),
    )
