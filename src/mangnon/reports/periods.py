"""The periods that a report has: a half of a year, a year, or from a day to a day."""

from datetime import date

from mangnon.reports.models import Report


def of_year(kind: str, year: int, half: int = 1) -> tuple[date, date]:
    """Return the first and the last day of a year, or of one of its halves."""
    if kind == Report.Kind.YEAR:
        return date(year, 1, 1), date(year, 12, 31)
    if half == 1:
        return date(year, 1, 1), date(year, 6, 30)
    return date(year, 7, 1), date(year, 12, 31)


def in_words(kind: str, first: date, last: date) -> str:
    """Return a period as the title of a report writes it."""
    if kind == Report.Kind.YEAR:
        return f"năm {last.year}"
    if kind == Report.Kind.HALF_YEAR:
        return f"6 tháng {'đầu' if last.month < 7 else 'cuối'} năm {last.year}"
    return f"giai đoạn {first.year}–{last.year}"
