"""A reminder as it is read, at the desk and in a letter: of what, until when, and why."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from mangnon import clock
from mangnon.duties.calendar import workdays
from mangnon.duties.states import State
from mangnon.notices.kinds import WHY, WHY_ABOVE, Kind
from mangnon.notices.models import Notice
from mangnon.notices.rules import MISSED
from mangnon.text.dates import format_date
from mangnon.ui.templatetags.mangnon_ui import named, page_language

RELATED = ("assignment__handing__duty", "assignment__place", "assignment__office", "place")


@dataclass(frozen=True, slots=True)
class Line:
    """One line; ``over`` says that nothing is owed any more, ``sentence`` how the time stands."""

    uuid: str
    title: str
    holder: str
    sentence: str
    why: str
    url: str
    made_on: date
    unread: bool
    over: bool
    late: bool


def line(notice: Notice, address: str = "") -> Line:
    """Return a reminder in the language of the moment; ``address`` begins its link."""
    held = notice.assignment
    duty, over = held.handing.duty, held.state not in MISSED
    return Line(
        uuid=str(notice.uuid),
        title=duty.title_en if page_language() == "en" else duty.title_vi,
        holder=named(held.office or held.place),
        sentence=State(held.state).label if over else _time(held.due_on),
        why=_why(notice),
        url=f"{address}{reverse('duties:assignment', args=[held.uuid])}",
        made_on=notice.made_on,
        unread=notice.read_at is None,
        over=over,
        late=not over and held.due_on < clock.today(),
    )


def _why(notice: Notice) -> str:
    """Say on what ground it came; who stands in for a commune without people is told so."""
    held = notice.assignment
    stands_in = notice.kind != Kind.ESCALATED and notice.place_id != held.place_id
    words = WHY_ABOVE if stands_in else WHY[notice.kind]
    return str(words) % {"place": named(notice.place), "holder": named(held.place)}


def _time(due: date) -> str:
    """Say how a deadline stands today, in working days."""
    today = clock.today()
    calendar = workdays(today, around=due)
    words = {"day": format_date(due, page_language())}
    if due < today:
        words["days"] = str(calendar.between(due, today))
        return _("Hạn %(day)s, quá %(days)s ngày làm việc") % words
    words["days"] = str(calendar.between(today, due))
    if words["days"] == "0":
        return _("Hạn %(day)s, là hôm nay") % words
    return _("Hạn %(day)s, còn %(days)s ngày làm việc") % words
