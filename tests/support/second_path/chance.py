"""Seeded chance with a liking for the days on which counts go wrong."""

import random
from datetime import date, timedelta

_ODD = (
    *(date(year, month, day) for year in range(2012, 2026) for month, day in ((1, 1), (12, 31))),
    *(date(year, 1, 1) + timedelta(days=1) for year in range(2012, 2026)),
    *(date(year, 2, 29) for year in (2012, 2016, 2020, 2024)),
    date(2015, 11, 19), date(2015, 11, 20), date(2015, 11, 21),
    date(2017, 5, 31), date(2017, 6, 1), date(2017, 6, 2),
    date(2018, 6, 30), date(2018, 7, 1), date(2018, 7, 2),
    date(2025, 1, 15), date(2025, 1, 16), date(2025, 6, 30), date(2025, 7, 1), date(2026, 1, 15),
)  # fmt: skip


class Chance(random.Random):
    """A generator that also draws days and yes or no."""

    def happens(self, share: float) -> bool:
        """Say yes in so many cases of one."""
        return self.random() < share

    def day(self, first: date, last: date) -> date:
        """Draw a day of [first, last], an odd one in two cases of five."""
        odd = [day for day in _ODD if first <= day <= last]
        if odd and self.happens(0.4):
            return self.choice(odd)
        return first + timedelta(days=self.randint(0, (last - first).days))

    def later(self, day: date, most: int, last: date) -> date:
        """Draw a day from ``day`` to so many days on, not after ``last``."""
        return self.day(day, max(day, min(last, day + timedelta(days=most))))
