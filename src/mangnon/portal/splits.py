"""A figure by its parts: sex, age, circumstance, kind of place; from the district up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _

from mangnon.indicators.datasets import Label, dataset
from mangnon.indicators.declaration import Declaration
from mangnon.indicators.periods import Period
from mangnon.portal import choices
from mangnon.portal.addresses import with_choices
from mangnon.portal.editions import Edition
from mangnon.portal.figuring import amount, bound
from mangnon.portal.seen import Seen
from mangnon.portal.tables import Measure, years_table
from mangnon.portal.trends import split_trend
from mangnon.programme.status import Step
from mangnon.ui.charts.bars import Bar, BarChart, Level
from mangnon.ui.charts.trend import Trend
from mangnon.ui.parts import Link, Table

# More lines than this cannot be told apart in one picture.
MOST_LINES = 4
_PLACE_STYLES = {
    "xa": Label("Xã", "Communes"),
    "phuong": Label("Phường", "Wards"),
    "thi_tran": Label("Thị trấn", "Townships"),
    "dac_khu": Label("Đặc khu", "Special zones"),
}


@dataclass(frozen=True, slots=True)
class Split:
    """A breakdown as a page shows it."""

    choices: Sequence[Link]
    trend: Trend | None
    bars: BarChart
    table: Table
    note: str


def part_label(edition: Edition, labels: Mapping[str, Label], value: str) -> str:
    """Name a part of a breakdown; its code where nothing names it."""
    return edition.say(labels[value]) if value in labels else value


def _labels(declared: Declaration, name: str) -> Mapping[str, Label]:
    if name == "place_style":
        return _PLACE_STYLES
    for measure in declared.measures:
        found = dataset(measure.dataset).breakdown(name)
        if found is not None:
            return dict(found[1].labels)
    return {}


def split_label(edition: Edition, declared: Declaration, name: str) -> str:
    """Name a breakdown."""
    for measure in declared.measures:
        found = dataset(measure.dataset).breakdown(name)
        if found is not None:
            return edition.say(found[1])
    return _("Loại đơn vị")


def is_partition(declared: Declaration, name: str) -> bool:
    """Whether the parts add up to the whole."""
    for measure in declared.measures:
        found = dataset(measure.dataset).breakdown(name)
        if found is not None:
            return found[1].partitions
    return True


def split(
    request: HttpRequest,
    edition: Edition,
    declared: Declaration,
    seen: Sequence[Seen],
    whole: Trend,
    period: Period,
    step: Step | None,
) -> Split | None:
    """Return the chosen breakdown, the first unless told otherwise; None where there is none."""
    met = {one.breakdown for one in seen if one.breakdown}
    names = [name for name in declared.breakdowns if name in met]
    if not names:
        return None
    name = choices.one_of(request, choices.SPLIT, names, names[0])
    labels = _labels(declared, name)
    parts = _parts(list(labels), name, seen)
    measure = Measure(declared.unit, whole.decimals)
    labelled = [(part_label(edition, labels, key), mine) for key, mine in parts.items()]
    title = f"{whole.title} · {split_label(edition, declared, name).lower()}"
    lined = len(labelled) <= MOST_LINES
    bars = _bars(
        edition,
        labelled,
        period,
        measure,
        f"{title}, {period.name}",
        _level(edition, declared, name, step),
    )
    return Split(
        [_link(request, edition, declared, one, one == name) for one in names],
        split_trend(whole, labelled, declared.breaks_of(declared.series[0].code), title)
        if lined else None,
        bars,
        years_table(edition, title, [(label, "", measure, mine) for label, mine in labelled],
                    key="parts", heading=split_label(edition, declared, name)),
        "" if is_partition(declared, name)
        else _("Một trẻ có thể thuộc hai nhóm, nên các phần cộng lại lớn hơn tổng."),
    )  # fmt: skip


def _parts(order: list[str], name: str, seen: Sequence[Seen]) -> dict[str, list[Seen]]:
    """Gather the figures of each part: in the order of its labels, else the largest first."""
    found: dict[str, list[Seen]] = {}
    for one in sorted(seen, key=lambda one: one.period):
        if one.breakdown == name and one.is_final:
            found.setdefault(one.value_key, []).append(one)
    if order:
        return dict(sorted(found.items(), key=lambda p: order.index(p[0]) if p[0] in order else 99))
    return dict(sorted(found.items(), key=lambda p: -(p[1][-1].value or 0.0)))


def _bars(
    edition: Edition,
    labelled: Sequence[tuple[str, list[Seen]]],
    period: Period,
    measure: Measure,
    title: str,
    level: Level | None,
) -> BarChart:
    bars = []
    for label, mine in labelled:
        one = next((one for one in mine if one.period == period), None)
        if one is None:
            continue
        value = None if one.withheld else one.value
        text = amount(value, measure.unit, measure.decimals, edition.language)
        marker = "withheld" if one.withheld else ""
        bars.append(Bar(label, value, text, low=one.lower, high=one.upper, marker=marker))
    return BarChart(title, bars, level)


def _level(edition: Edition, declared: Declaration, name: str, step: Step | None) -> Level | None:
    """The promised level, where the parts answer the same question as the whole."""
    shared = declared.denominator is not None and name in declared.denominator.whole_for
    if step is None or shared:
        return None
    words = bound(step.comparator, step.value, declared.unit, edition.language)
    return Level(step.value, _("hứa %(level)s") % {"level": words})


def _link(
    request: HttpRequest, edition: Edition, declared: Declaration, name: str, is_current: bool
) -> Link:
    kept = choices.chosen(request) | {choices.SPLIT: name}
    label = split_label(edition, declared, name)
    return Link(label, with_choices(request.path, kept, "parts"), is_current)
