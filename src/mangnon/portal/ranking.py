"""Every place below as a table: its figure, its sums, its word; sorted as the visitor asks."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _

from mangnon.figures.models import Release, Verdict
from mangnon.indicators.periods import Period
from mangnon.places.world import Unit
from mangnon.portal import choices
from mangnon.portal.addresses import address, with_choices
from mangnon.portal.below import Ground
from mangnon.portal.editions import Edition
from mangnon.portal.figuring import sum_text
from mangnon.portal.promises import Promise
from mangnon.portal.seen import Seen
from mangnon.portal.tables import Measure, value_cell
from mangnon.ui.parts import Cell, Column, Table
from mangnon.ui.statuses import WORDS

NAME, VALUE, TOP, WHOLE, STATUS = "ten", "gia-tri", "tu-so", "mau-so", "danh-gia"
UP, DOWN = "tang", "giam"


@dataclass(frozen=True, slots=True)
class Row:
    """A place below, with its figure and its word for the year shown."""

    unit: Unit
    seen: Seen | None
    status: str

    def rank(self, by: str) -> tuple[bool, object]:
        """What the row is sorted by; what is not known comes last either way."""
        one = self.seen
        found: object = {
            NAME: (self.unit.sort_key, self.unit.code),
            VALUE: one.value if one else None,
            TOP: one.numerator if one else None,
            WHOLE: one.denominator if one else None,
            STATUS: list(WORDS).index(self.status) if self.status else None,
        }[by]
        return found is None, found


def statuses_below(release: Release, ground: Ground, code: str, period: Period) -> dict[int, str]:
    """Return the word of each place below that was given on the figure of the period."""
    ids = [unit.id for unit in ground.units]
    found = Verdict.objects.filter(release=release, place_id__in=ids, target_code=code)
    said = {}
    for place_id, arithmetic in found.values_list("place_id", "arithmetic"):
        judged = [*arithmetic["steps"], *([arithmetic["now"]] if arithmetic["now"] else [])]
        for one in judged:
            if one["point"] and one["point"]["start"] == period.start.isoformat():
                said[place_id] = one["status"]
    return said


def ranking(
    request: HttpRequest,
    edition: Edition,
    promise: Promise,
    ground: Ground,
    below: Mapping[int, Seen],
    words: Mapping[int, str],
    caption: str,
) -> Table:
    """Return the table, sorted by name upward unless the visitor asks otherwise."""
    rows = [Row(unit, below.get(unit.id), words.get(unit.id, "")) for unit in ground.units]
    by = choices.one_of(request, choices.SORT, (NAME, VALUE, TOP, WHOLE, STATUS), NAME)
    order = choices.one_of(request, choices.ORDER, (UP, DOWN), UP)
    rows = _sorted(rows, by, order == DOWN)
    columns = _columns(request, promise, rows, by, order)
    measure = Measure(promise.unit, promise.decimals)
    shown = [key for key, _column in columns]
    return Table(
        "places",
        caption,
        [column for _key, column in columns],
        [[_cell(edition, promise, ground, row, key, measure) for key in shown] for row in rows],
    )


def _sorted(rows: list[Row], by: str, downward: bool) -> list[Row]:
    known = [row for row in rows if not row.rank(by)[0]]
    known.sort(key=lambda row: row.rank(by)[1], reverse=downward)  # type: ignore[arg-type,return-value]
    return known + [row for row in rows if row.rank(by)[0]]


def _columns(
    request: HttpRequest, promise: Promise, rows: list[Row], by: str, order: str
) -> list[tuple[str, Column]]:
    """Return the columns that have something to say, each with the link that sorts by it."""
    wanted = [(NAME, _("Nơi"), False), (VALUE, _("Giá trị"), True)]
    if any(row.seen and row.seen.numerator is not None for row in rows):
        wanted.append((TOP, _("Tử số"), True))
    if any(row.seen and row.seen.denominator is not None for row in rows):
        wanted.append((WHOLE, _("Mẫu số"), True))
    if any(row.status for row in rows):
        wanted.append((STATUS, _("Đánh giá"), False))
    columns = [(key, _column(request, key, label, num, by, order)) for key, label, num in wanted]
    return [*columns, ("as-of", Column(_("Tính đến")))]


def _column(
    request: HttpRequest, key: str, label: str, numeric: bool, by: str, order: str
) -> Column:
    is_sorted = key == by
    turned = DOWN if is_sorted and order == UP else UP
    if not is_sorted and numeric:
        turned = DOWN  # of figures, people look for the largest first
    kept = choices.chosen(request) | {choices.SORT: key, choices.ORDER: turned}
    said = {UP: "ascending", DOWN: "descending"}[order] if is_sorted else ""
    return Column(label, numeric, with_choices(request.path, kept, "places"), said)


def _cell(
    edition: Edition, promise: Promise, ground: Ground, row: Row, key: str, measure: Measure
) -> Cell:
    one = row.seen
    if key == NAME:
        url = address("promise-at", edition.language, code=promise.code, key=row.unit.key)
        return Cell(ground.label(edition, row.unit), url)
    if key == VALUE:
        return value_cell(edition, one, measure)
    if key == STATUS:
        return Cell(status=row.status) if row.status else Cell("–")
    if one is None:
        return Cell("–")
    if key == "as-of":
        return Cell(edition.written(one.as_of))
    return Cell(sum_text(one.numerator if key == TOP else one.denominator, edition.language))
