"""Who is due to be weighed."""

from datetime import date, timedelta

from mangnon import clock
from mangnon.register.models import Child

HALF_YEAR = timedelta(days=183)
WEIGHED_UNTIL = 5  # years: who is younger is weighed twice a year


def since() -> date:
    """Return the day since which a child under five should have been weighed."""
    return clock.today() - HALF_YEAR


def is_due(child: Child, last_weighed: date | None) -> bool:
    """Whether a child under five was not weighed in the last half-year."""
    today = clock.today()
    try:
        fifth = child.birth_date.replace(year=child.birth_date.year + WEIGHED_UNTIL)
    except ValueError:  # born on 29 February
        fifth = date(child.birth_date.year + WEIGHED_UNTIL, 3, 1)
    return today < fifth and (last_weighed is None or last_weighed < since())
