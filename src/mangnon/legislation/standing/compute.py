"""How every document of a graph stands on a day. The order in which it was entered is no matter.

A relation takes effect on its own day, or else on the day its source came into force. It takes
none where its source had wholly ended before that day. A relation without any day may have
taken effect since its source was issued: from then on nobody knows.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from mangnon.legislation.standing.graph import Key, Paper, Tie, Verdict
from mangnon.legislation.standing.words import Standing, Why


@dataclass(slots=True)
class _Met:
    """What has happened to a document by the day asked for."""

    ending: list[Tie] = field(default_factory=list)
    resting: list[Tie] = field(default_factory=list)
    parts: list[Tie] = field(default_factory=list)
    undated: list[Tie] = field(default_factory=list)


def standings(papers: Iterable[Paper], ties: Iterable[Tie], day: date) -> dict[Key, Verdict]:
    """Return {key: verdict} of every paper; a relation to or from no paper changes nothing."""
    known = {one.key: one for one in papers}
    acting = [one for one in ties if one.matters and one.source in known and one.target in known]
    ends: dict[Key, date] = {
        one.key: one.expired_on for one in known.values() if one.expired_on is not None
    }
    met = _happened(known, acting, ends, day)
    return {
        key: _verdict(one, met.get(key, _NOTHING), ends.get(key), day) for key, one in known.items()
    }


def standing_of(key: Key, papers: Iterable[Paper], ties: Iterable[Tie], day: date) -> Verdict:
    """Return the verdict on one document, from the part of the graph that bears on it."""
    return standings(papers, ties, day)[key]


def effect_of(tie: Tie, papers: Mapping[Key, Paper]) -> date | None:
    """Return the day on which a relation takes effect; None where nobody knows."""
    return tie.on or papers[tie.source].in_force_from


_NOTHING = _Met()


def _happened(
    known: Mapping[Key, Paper], acting: list[Tie], ends: dict[Key, date], day: date
) -> Mapping[Key, _Met]:
    """Play the relations through, day by day; ``ends`` receives the days on which papers end."""
    met: dict[Key, _Met] = defaultdict(_Met)
    dated: list[tuple[date, Tie]] = []
    for one in acting:
        when = effect_of(one, known)
        if when is not None and when <= day:
            dated.append((when, one))
        elif when is None and _may_act(known[one.source], day):
            met[one.target].undated.append(one)
    # Whether a relation is void hangs on earlier days only: within one day order is no matter.
    for when, one in sorted(dated, key=lambda pair: pair[0]):
        if not _before(ends.get(one.source), when):
            _take_effect(met[one.target], replace(one, on=when), ends, day)
    return met


def _take_effect(met: _Met, one: Tie, ends: dict[Key, date], day: date) -> None:
    """Note what a relation does; ``on`` is the day it takes effect."""
    assert one.on is not None
    if one.ends:
        if not _before(ends.get(one.target), one.on):
            met.ending.append(one)
            ends[one.target] = one.on
    elif one.ends_part:
        met.parts.append(one)
    elif one.until is None or day < one.until:
        met.resting.append(one)


def _before(end: date | None, day: date) -> bool:
    return end is not None and end < day


def _may_act(source: Paper, day: date) -> bool:
    """Whether an undated relation may have taken effect: its source is not of a later day."""
    return source.issued_on is None or source.issued_on <= day


def _verdict(paper: Paper, met: _Met, end: date | None, day: date) -> Verdict:
    if end is not None and end <= day:
        why = Why.ENDED if met.ending else Why.TERM
        return _of(Standing.EXPIRED, why, end, ties=met.ending)
    if met.undated:
        return _of(Standing.UNKNOWN, Why.UNDATED, ties=met.undated)
    if paper.in_force_from is None:
        return _of(Standing.UNKNOWN, Why.NO_START)
    if paper.in_force_from > day:
        return _of(Standing.NOT_YET, Why.NOT_BEGUN, paper.in_force_from, end)
    whole = [one for one in met.resting if not one.part]
    if whole:
        return _of(Standing.SUSPENDED, Why.SUSPENDED, _first(whole), _last(whole), whole)
    if met.parts:
        return _of(Standing.EXPIRED_PART, Why.PART, _first(met.parts), end, met.parts)
    if met.resting:
        rest = met.resting
        return _of(Standing.SUSPENDED_PART, Why.SUSPENDED, _first(rest), _last(rest), rest)
    return _of(Standing.IN_FORCE, Why.RUNS, paper.in_force_from, end)


def _of(
    standing: Standing,
    why: Why,
    since: date | None = None,
    until: date | None = None,
    ties: Iterable[Tie] = (),
) -> Verdict:
    ordered = sorted(set(ties), key=lambda one: (one.on or date.min, one.kind, str(one.source)))
    return Verdict(standing, why, since, until, tuple(ordered))


def _first(ties: Iterable[Tie]) -> date | None:
    return min((one.on for one in ties if one.on is not None), default=None)


def _last(ties: Iterable[Tie]) -> date | None:
    """Return the day on which the last suspension ends; None where one has no end."""
    days = [one.until for one in ties]
    return None if None in days else max(day for day in days if day is not None)
