"""What a list shows of a scope: sex, age, status; and what only the database knows."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np
from django.db.models import Q
from numpy.typing import NDArray

from mangnon import clock
from mangnon.register.models import Circumstance, Measurement, Residence
from mangnon.register.roster.finding import day_number
from mangnon.register.roster.ragged import Index
from mangnon.register.roster.rows import Rows, Status

_FOREVER = day_number(date.max)


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked of every child of a list; None and empty ask nothing.

    Ages are completed years today, both ends within. ``village`` and ``groups`` are ids: where
    the child lives now, in which groups it is today (any of them). ``measured_since``: weighed
    on that day or after; ``unmeasured_since``: not weighed since.
    """

    statuses: frozenset[Status] = frozenset({Status.HERE})
    sex: str = ""
    birth_year: int | None = None
    age_from: int | None = None
    age_to: int | None = None
    village: int | None = None
    groups: frozenset[int] = frozenset()
    measured_since: date | None = None
    unmeasured_since: date | None = None

    def of_rows(self, rows: Rows, first: int, end: int) -> NDArray[np.bool_]:
        """Say of the rows [first, end) which fit by what the roster itself knows."""
        fits = np.isin(rows.status[first:end], list(self.statuses))
        if self.sex:
            fits &= rows.girl[first:end] == (self.sex == "f")
        earliest, before = self._born()
        born = rows.born[first:end]
        return fits & (born >= earliest) & (born < before)

    def _born(self) -> tuple[int, int]:
        """Give the days of birth [from, before) that year and ages leave."""
        earliest, before = -_FOREVER, _FOREVER
        if self.birth_year is not None:
            earliest = day_number(date(self.birth_year, 1, 1))
            before = day_number(date(self.birth_year + 1, 1, 1))
        if self.age_from is not None:
            before = min(before, day_number(_years_ago(self.age_from)) + 1)
        if self.age_to is not None:
            earliest = max(earliest, day_number(_years_ago(self.age_to + 1)) + 1)
        return earliest, before

    def by_database(self, scope: Collection[int] | None) -> list[tuple[Index, bool]]:
        """Give sets of ids that the database knows, and whether one must be in or out of each.

        Asked on the caller's own connection, so what it may not see it does not find.
        """
        found: list[tuple[Index, bool]] = []
        if self.village is not None:
            here = Residence.objects.filter(village=self.village, valid_to__isnull=True)
            found.append((_ids(here.values_list("child_id", flat=True)), True))
        if self.groups:
            today = clock.today()
            still = Q(valid_to__isnull=True) | Q(valid_to__gt=today)
            spells = Circumstance.objects.filter(still, group__in=self.groups)
            if scope is not None and self._all_at_home:
                spells = spells.filter(child__home__in=scope)
            found.append((_ids(spells.values_list("child_id", flat=True)), True))
        for since, inside in ((self.measured_since, True), (self.unmeasured_since, False)):
            if since is not None:
                found.append((self._weighed(since, scope), inside))
        return found

    @property
    def _all_at_home(self) -> bool:
        return self.statuses == {Status.HERE}

    def _weighed(self, since: date, scope: Collection[int] | None) -> Index:
        """Give who was weighed since a day; within a scope, by the index of child and day."""
        weighed = Measurement.objects.filter(measured_on__gte=since)
        if scope is not None and self._all_at_home:
            weighed = weighed.filter(child__home__in=scope)
        return _ids(weighed.values_list("child_id", flat=True).distinct())


def _years_ago(years: int) -> date:
    """Give the day on which who turns ``years`` today was born."""
    today = clock.today()
    try:
        return today.replace(year=today.year - years)
    except ValueError:  # 29 February: who was born on the 28th is the youngest
        return today.replace(year=today.year - years, day=28)


def _ids(rows: Iterable[int]) -> Index:
    return np.fromiter(rows, dtype=np.int64)
