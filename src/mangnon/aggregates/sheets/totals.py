"""The sheet of report totals: one line of a report a row, judged as the grid judges it."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext_lazy as _

from mangnon import clock
from mangnon.aggregates import errors as refusals
from mangnon.aggregates.actions.filling import FILL
from mangnon.aggregates.judging import judge, number_typed
from mangnon.aggregates.models import Figure, Item, Report, ReportForm
from mangnon.aggregates.periods import check_owed, last_day, period_at
from mangnon.aggregates.queries import Line, lines_of, report_at
from mangnon.aggregates.sheets.periods import start_typed
from mangnon.aggregates.sheets.writing import take_totals_back, write_totals
from mangnon.aggregates.states import OPEN, State
from mangnon.imports import readers
from mangnon.imports.communes import Communes
from mangnon.imports.errors import WrongCell, row_twice
from mangnon.imports.models import Verdict
from mangnon.imports.sheets import Column, Row, Scope, Sheet
from mangnon.places.models import Place
from mangnon.text.folding import fold
from mangnon.text.sentence import DomainError, Sentence


def count(text: str) -> str:
    """Read a count, and keep it as it was typed: so the report keeps it."""
    number, why = number_typed(text)
    if number is None or why is not None:
        raise WrongCell(why or _EMPTY)
    return text.strip()[:24]


def _forms() -> tuple[str, ...]:
    return tuple(ReportForm.objects.values_list("name_vi", flat=True))


def _indicators() -> tuple[str, ...]:
    names = Item.objects.order_by("form", "position").values_list("indicator__name_vi", flat=True)
    return tuple(dict.fromkeys(names))


COLUMNS = (
    Column("form", _("Mẫu báo cáo"), readers.words_of, ("tên báo cáo", "mẫu", "report"),
           offers=_forms, width=34),
    Column("period", _("Kỳ báo cáo"), readers.words_of, ("kỳ", "năm", "thời kỳ", "period"),
           required=True, example="2024", width=14),
    Column("place", _("Xã, phường"), readers.words_of,
           ("xã", "phường", "xã phường thị trấn", "đơn vị", "commune"), width=22),
    Column("indicator", _("Chỉ tiêu"), readers.words_of,
           ("chỉ số", "mã chỉ tiêu", "tên chỉ tiêu", "indicator"), required=True,
           offers=_indicators, width=44),
    Column("numerator", _("Số đếm được"), count, ("tử số", "số lượng", "numerator"),
           required=True, width=14),
    Column("denominator", _("Tổng số"), count, ("mẫu số", "trên tổng số", "denominator"),
           required=True, width=14),
    Column("checked", _("Đã kiểm tra, đúng"), readers.yes, ("đã kiểm tra", "checked"),
           choices=readers.YES_WORDS, width=14),
)  # fmt: skip


class Totals:
    """Judges lines of reports against what was typed, against last year's, against themselves."""

    def __init__(self, scope: Scope) -> None:
        self._communes = Communes(scope)
        self._met: dict[tuple[int, int, date], int] = {}
        self._places: dict[int, Place] = {}
        self._items: dict[str, list[Item]] = defaultdict(list)
        for item in Item.objects.select_related("form", "indicator"):
            for key in {item.indicator.code.lower(), fold(item.indicator.name_vi)}:
                self._items[key].append(item)
        self.refresh()

    def refresh(self) -> None:
        """Forget which reports were looked at."""
        self._reports: dict[tuple[int, int, date], Report | None] = {}
        self._lines: dict[tuple[int, int, date], dict[int, Line]] = {}

    def prepare(self, rows: Sequence[Row]) -> None:
        """Look at every report anew: rows of one stand together, and it is read once."""
        self.refresh()

    def judge(self, row: Row) -> None:
        """Give the row its verdict."""
        item = self._item(row)
        if item is None:
            return
        try:
            start = start_typed(item.form.period_kind, row.values["period"])
            period = period_at(item.form, start)
        except DomainError as error:
            row.refuse("period", error)
            return
        unit = self._communes.of(row, min(last_day(period), clock.today()))
        if unit is None:
            return
        first = self._met.setdefault((item.pk, unit.id, start), row.number)
        if first != row.number:
            row.refuse("", row_twice(first))
            return
        self._holds(row, item, unit.id, start)

    def _item(self, row: Row) -> Item | None:
        typed, form = row.values["indicator"], row.values["form"]
        found = self._items.get(typed.lower()) or self._items.get(fold(typed)) or []
        if form:
            found = [one for one in found if fold(one.form.name_vi) == fold(form)
                     or one.form.code == form]  # fmt: skip
        if len(found) == 1:
            return found[0]
        row.say_wrong("indicator", _SEVERAL if found else _UNKNOWN)
        return None

    def _holds(self, row: Row, item: Item, place_id: int, start: date) -> None:
        key = (item.form_id, place_id, start)
        if key not in self._reports:
            place = self._places.setdefault(place_id, Place.objects.get(pk=place_id))
            try:
                check_owed(item.form, place, start)
            except DomainError as error:
                row.refuse("period", error)
                return
            self._reports[key] = report_at(item.form, place, start)
            lines = lines_of(item.form, place, start)
            self._lines[key] = {line.item.pk: line for line in lines}
        report, line = self._reports[key], self._lines[key][item.pk]
        told = row.values
        trial = Figure(
            typed_numerator=told["numerator"], typed_denominator=told["denominator"],
            numerator=number_typed(told["numerator"])[0],
            denominator=number_typed(told["denominator"])[0],
        )  # fmt: skip
        figure = line.figure
        if figure is not None and _numbers(figure) == _numbers(trial):
            row.verdict = Verdict.SAME
        elif report is not None and report.state not in OPEN:
            row.refuse("period", refusals.closed(str(State(report.state).label)))
        else:
            told |= {"item": item, "place_of": self._places[place_id], "start": start,
                     "seen": figure.version if figure else 0}  # fmt: skip
            self._judged(row, line, trial)

    def _judged(self, row: Row, line: Line, trial: Figure) -> None:
        verdict = judge(line.item, line.declared, trial, line.earlier)
        for fault in verdict.faults:
            row.say_wrong("numerator", fault)
        if not row.verdict and verdict.doubts and not row.values["checked"]:
            for doubt in verdict.doubts:
                row.doubt("numerator", _sure(doubt))
        if not row.verdict:
            if line.figure is not None and line.figure.typed_numerator:
                row.change(_changes(line.figure, trial))
            else:
                row.verdict = Verdict.NEW


def _numbers(one: Figure) -> tuple[float | None, float | None]:
    return one.numerator, one.denominator


def _changes(stands: Figure, trial: Figure) -> dict[str, str]:
    """Return what stands, as it was typed, where a row says another number."""
    pairs = (
        ("numerator", stands.numerator, trial.numerator, stands.typed_numerator),
        ("denominator", stands.denominator, trial.denominator, stands.typed_denominator),
    )
    return {column: typed for column, before, now, typed in pairs if before != now}


def _sure(doubt: Sentence) -> Sentence:
    return Sentence(
        f"{doubt.vi} (Ghi “có” vào cột “Đã kiểm tra, đúng” để nhận.)",
        f"{doubt.en} (Write “có” in the column “Đã kiểm tra, đúng” to have it taken.)",
    )


_EMPTY = Sentence("Thiếu số. Hãy điền vào.", "The number is missing. Fill it in.")
_UNKNOWN = Sentence(
    "Không có chỉ tiêu này trong mẫu báo cáo. Hãy chọn tên hoặc mã trong mẫu tải về.",
    "No report asks for this indicator. Choose a name or code from the template.",
)
_SEVERAL = Sentence(
    "Nhiều mẫu báo cáo có chỉ tiêu này. Hãy ghi thêm tên mẫu báo cáo.",
    "Several reports ask for this indicator. Write the report's name, too.",
)
TOTALS = Sheet(
    "totals", _("Số tổng hợp báo cáo"), FILL, COLUMNS, Totals, write_totals, take_totals_back,
    order=60,
)  # fmt: skip
