"""Ages from a birth date and a day of measuring; refuses what lies in the future."""

from dataclasses import dataclass
from datetime import date
from math import nan

from mangnon.growth.survey.cells import Day
from mangnon.growth.survey.mistakes import Mistakes


@dataclass(slots=True)
class DatedAges:
    """Turns pairs of dates into days, and counts the births that are not known to the day."""

    today: date
    birth_column: str
    visit_column: str
    mistakes: Mistakes
    month_only: int = 0
    year_only: int = 0

    def days(self, birth: Day, visit: date | None, row: int) -> float:
        """Give a child's age in days; NaN where a date is unknown."""
        if visit is not None and visit > self.today:
            self._future(row, self.visit_column, visit, self.today)
            return nan
        if birth.known_to == "year":
            self.year_only += 1
        if birth.date is None:
            return nan
        if birth.date > (visit or self.today) and not self._same_month(birth, visit):
            self._future(row, self.birth_column, birth.date, visit or self.today)
            return nan
        self.month_only += birth.known_to == "month"
        return nan if visit is None else float(max(0, (visit - birth.date).days))

    def _same_month(self, birth: Day, visit: date | None) -> bool:
        """A birth known to its month stands on day 15, which may lie after a visit that month."""
        last = visit or self.today
        return (
            birth.known_to == "month"
            and birth.date is not None
            and ((birth.date.year, birth.date.month) == (last.year, last.month))
        )

    def _future(self, row: int, column: str, day: date, last: date) -> None:
        self.mistakes.add(
            row,
            column,
            f"{day:%d/%m/%Y} ở sau ngày {last:%d/%m/%Y} "
            f"({'hôm nay' if last == self.today else 'ngày cân đo'}). Hãy sửa ngày trong tệp",
            f"{day:%d/%m/%Y} lies after {last:%d/%m/%Y} "
            f"({'today' if last == self.today else 'the day of measuring'}). "
            "Correct the date in the file",
        )
