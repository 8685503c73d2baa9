"""Whether what is told of a meeting can be: its hours, its place, who holds it, who fits in."""

from datetime import date

from django.db.models import Sum

from mangnon.meetings import errors
from mangnon.meetings.details import Came, Details
from mangnon.meetings.models import Meeting
from mangnon.places.models import Office, Place
from mangnon.places.tree import Tree

MOST = 100_000  # people at one meeting, or base organisations of one place


def judge(details: Details) -> None:
    """Raise what is wrong with a meeting's time, its place, its offices or its seats."""
    _in_order(details)
    tree = Tree.on(details.day)
    if details.place.pk not in tree:
        raise errors.not_on_the_map(details.place.name_vi, details.day)
    offices = [details.office] if details.office else []
    for one in (*offices, *(details.together_with or ())):
        must_be_open(one, details.day)
        _holds(one, details.place, tree)
    for voice in details.speakers or ():
        if voice.office is not None:
            must_be_open(voice.office, details.day)
    if details.capacity is not None and not 0 < details.capacity <= MOST:
        raise errors.beyond_counting(details.hall or details.title_vi, MOST)


def must_be_open(office: Office, day: date) -> None:
    """Raise WrongPlace where an office does not exist on a day."""
    ended = office.valid_to is not None and office.valid_to <= day
    if ended or (office.valid_from is not None and office.valid_from > day):
        raise errors.office_closed(office.name_vi, day)


def must_fit_the_hall(meeting: Meeting) -> None:
    """Raise WrongNumber where more came than the hall holds."""
    if meeting.capacity is None or meeting.pk is None:
        return
    came = meeting.attendance.aggregate(all=Sum("attended"))["all"] or 0
    if came > meeting.capacity:
        raise errors.more_than_the_hall_holds(came, meeting.capacity)


def judge_came(row: Came, meeting: Meeting, today: date) -> None:
    """Raise what is wrong with how many of a place or office are said to have come."""
    if (row.place is None) == (row.office is None):
        raise errors.of_nobody()
    tree = Tree.on(meeting.day)
    if row.place is not None:
        if row.place.pk not in tree:
            raise errors.not_on_the_map(row.place.name_vi, meeting.day)
        if meeting.place_id not in tree.path(row.place.pk):
            raise errors.outside(row.place.name_vi, meeting.place.name_vi)
    if row.office is not None:
        must_be_open(row.office, meeting.day)
    _countable(row, _who(row), meeting, today)


def _countable(row: Came, who: str, meeting: Meeting, today: date) -> None:
    for number in (row.invited, row.attended, row.bases):
        if number is not None and not 0 <= number <= MOST:
            raise errors.beyond_counting(who, MOST)
    if (row.attended is not None or row.bases is not None) and meeting.day > today:
        raise errors.not_yet(meeting.last_day)
    if row.invited is not None and row.attended is not None and row.attended > row.invited:
        raise errors.more_than_invited(who, row.attended, row.invited)


def _who(row: Came) -> str:
    one = row.office or row.place
    return "" if one is None else one.name_vi


def _in_order(details: Details) -> None:
    if details.ends_on < details.day:
        raise errors.ends_before_it_starts()
    if details.ends is not None and details.starts is None:
        raise errors.end_without_start()
    if details.starts is None or details.ends is None or details.ends_on != details.day:
        return
    if details.ends <= details.starts:
        raise errors.ends_before_it_starts()


def _holds(office: Office, place: Place, tree: Tree) -> None:
    """An office holds meetings at its own place, below it, or in what its place is part of."""
    if office.place_id not in tree:
        raise errors.not_on_the_map(office.place.name_vi, tree.since)
    above, own = tree.path(place.pk), tree.path(office.place_id)
    if office.place_id not in above and place.pk not in own:
        raise errors.office_elsewhere(office.name_vi, place.name_vi)
