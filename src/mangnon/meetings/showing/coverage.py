"""How far a duty has come, in the words and numbers that stand above the map."""

from dataclasses import dataclass
from datetime import date

from mangnon import clock
from mangnon.duties.models import Duty
from mangnon.meetings.coverage import Coverage
from mangnon.meetings.showing.one import in_language
from mangnon.ui.templatetags.mangnon_ui import page_language
from mangnon.ui.units import figure_text


@dataclass(frozen=True, slots=True)
class Standing:
    """The counts of a coverage. ``overdue``: not reached, and the day of it is over."""

    communes: int
    reached: int
    in_time: int
    overdue: int
    represented: int
    people: int
    bases: int
    share: str
    due: date


def standing(found: Coverage) -> Standing:
    """Count a coverage once for its page."""
    today, waiting = clock.today(), [one for one in found.communes if one.on is None]
    reached = len(found.reached)
    return Standing(
        communes=len(found.communes),
        reached=reached,
        in_time=sum(one.in_time for one in found.communes),
        overdue=sum(one.due < today for one in waiting),
        represented=sum(one.represented is not None for one in waiting),
        people=sum(found.people.values()),
        bases=sum(found.bases.values()),
        share=share_text(reached, len(found.communes)),
        due=found.due,
    )


def share_text(part: int, whole: int) -> str:
    """Write a share: 71,5%; a dash of nothing."""
    return figure_text(100 * part / whole, "percent", 1, page_language()) if whole else "–"


def title_of(duty: Duty) -> str:
    """Return what is asked, in the page's language."""
    return in_language(duty, "title")
