"""What a cell holds, as text: a date the ISO way, a number with a comma, a formula marked so."""

from datetime import date, timedelta
from decimal import Decimal

LONGEST = 2_000  # characters of a cell; whatever is longer is cut, and no value of ours
MOST_COLUMNS = 120
FORMULA = "\x00="  # before what a formula says
BROKEN = "\x00#"  # before the sign of an error that a spreadsheet shows

Cells = list[str]


def of_number(value: str) -> str:
    """Give a number as people write it here, so that it has one reading only.

    One too large or too small to be a value of ours stays as it is: written out, a number such
    as 1e-999999999 would fill the memory.
    """
    number = Decimal(value)
    if not number.is_finite() or not -20 < number.adjusted() < 15 or len(value) > 40:
        return value[:LONGEST] if number else "0"
    text = f"{number.normalize():f}"
    whole, point, decimals = text.partition(".")
    return f"{whole},{decimals}0" if point else whole


def of_day(value: str, since_1904: bool) -> str:
    """Give a number of days, as spreadsheets count them, as a date."""
    number = Decimal(value)
    days = int(number) if number.is_finite() and number.adjusted() < 7 else 0
    first = date(1904, 1, 1) if since_1904 else date(1899, 12, 30)
    if not 0 < days < 110_000:
        return of_number(value)
    if not since_1904 and days < 60:  # they took 1900 for a leap year
        days += 1
    return (first + timedelta(days=days)).isoformat()


def plain(text: str) -> str:
    """Give a typed cell in single spaces and printable characters; what begins = is a formula."""
    clean = " ".join(text[:LONGEST].replace("\x00", " ").split())
    return FORMULA + clean if clean[:1] == "=" else clean


def is_formula(cell: str) -> bool:
    """Tell whether a formula stands in a cell."""
    return cell.startswith(FORMULA)


def is_broken(cell: str) -> bool:
    """Tell whether a spreadsheet shows an error in a cell."""
    return cell.startswith(BROKEN)


def shown(cell: str) -> str:
    """Give a cell's text without its mark."""
    return cell[2:] if cell[:1] == "\x00" else cell
