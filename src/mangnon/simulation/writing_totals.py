"""Fills the yearly reports of totals from what was counted, as communes would: some late, some off.

Nine in ten come in time, a few late, the odd one not at all; about one in eight differs a little
from the records, which is what the comparison is for. All invented.
"""

from datetime import date, timedelta

from mangnon import clock
from mangnon.aggregates.actions import Whole, write_together
from mangnon.aggregates.models import ReportForm
from mangnon.aggregates.periods import due_on, owed_periods, owing
from mangnon.aggregates.states import State
from mangnon.audit.warrants import Warrant
from mangnon.indicators.models import Cell
from mangnon.indicators.periods import Period
from mangnon.places.models import Place
from mangnon.simulation.chance import stream

_YEARS = 2  # the last periods that are over
_IN_TIME, _LATE = 0.88, 0.97
_OFF = 0.12


def write_totals(seed: int, warrant: Warrant) -> int:
    """Write the reports of the last periods from the counted cells; give how many."""
    return sum(
        write_together(form, _of(form, period, seed), warrant=warrant)
        for form in ReportForm.objects.all()
        for period in list(owed_periods(form))[-_YEARS:]
    )


def _of(form: ReportForm, period: Period, seed: int) -> list[Whole]:
    chance = stream(seed, f"totals {form.code} {period.name}")
    counted = _counted(form, period.start)
    places, due, found = Place.objects.in_bulk(owing(period)), due_on(form, period), []
    last = period == list(owed_periods(form))[-1]
    for pk in owing(period):
        numbers = {
            code: (pair[0] + int(chance.random() < _OFF and pair[0] < pair[1]), pair[1])
            for code, pair in counted.get(pk, {}).items()
        }
        lot = float(chance.random())
        days = -int(chance.integers(0, 6)) if lot < _IN_TIME else int(chance.integers(1, 40))
        sent = min(due + timedelta(days=days), clock.today())
        if not numbers or lot >= _LATE:
            continue
        state = State.SUBMITTED if last and chance.random() < 0.4 else State.LOCKED
        approved = None if state == State.SUBMITTED else min(sent + timedelta(5), clock.today())
        found.append(Whole(places[pk], period.start, numbers, sent, approved, state))
    return found


def _counted(form: ReportForm, start: date) -> dict[int, dict[str, tuple[int, int]]]:
    """Return what the records say at each place, by indicator; only what can be a report's."""
    codes = list(form.items.values_list("indicator__code", flat=True))
    cells = Cell.objects.filter(
        indicator__code__in=codes, period_start=start, breakdown="", denominator__gt=0
    ).exclude(series__in=list(form.items.values_list("series", flat=True)))
    found: dict[int, dict[str, tuple[int, int]]] = {}
    rows = cells.values_list("place", "indicator__code", "numerator", "denominator")
    for place, code, numerator, denominator in rows:
        if numerator is not None:
            found.setdefault(place, {})[code] = (round(numerator), round(denominator))
    return found
