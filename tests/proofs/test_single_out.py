"""Promise: nobody is singled out by what is published.

An invented province, two releases a month apart with records changed in between, both maps and
every breakdown. The attacker has the published rows alone, and the sums that anybody knows from
the lists of communes; they are built here by hand. Each count of persons is one number to him,
in however many figures it stands: T1's numerator is the denominator of T1-allowance.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple

import pytest
from django.db.models import Q

from mangnon import clock
from mangnon.access.doors import demonstration_warrant
from mangnon.figures.actions import make_release
from mangnon.figures.candidates import candidates
from mangnon.figures.models import Figure, Release, Verdict
from mangnon.indicators.models import Cell
from mangnon.indicators.recount import rebuild
from mangnon.places.models import Belonging, Kind, Place, Succession
from mangnon.programme.questions import targets
from mangnon.programme.status import Assessment, from_json
from mangnon.register.actions import (
    begin_circumstance,
    end_circumstance,
    move_child,
    register_child,
)
from mangnon.register.models import Circumstance, CircumstanceGroup, Residence
from mangnon.register.particulars import Particulars
from mangnon.simulation.simulate import simulate
from tests.support.attack import Derived, Overlapping, Seen, Sum, View, attack
from tests.support.province import apply_reference_pack

FIRST, SECOND = date(2026, 1, 15), date(2026, 2, 20)
CHILDREN, SEED = 1500, 7
# What is counted: of which whole which part. Same words, same count.
COUNTED = {
    "T1": ("in circumstances", "children"),
    "T1-allowance": ("on allowance", "in circumstances"),
    "T1-new": ("identified", "children"),
    "T2": ("assisted", "in circumstances in the year"),
    "T2b": ("served by plan", "in circumstances in the year"),
    "T2c": ("reintegrated", "in circumstances in the year"),
    "T4": ("underweight", "weighed"),
    "T4-coverage": ("weighed and still under five", "under five"),
    "T5": ("stunted", "measured"),
    "T5-coverage": ("measured and still under five", "under five"),
}
# Counted at other days or places than their wholes, so that they may be more than these.
NO_PARTS = {"T1-new", "T4-coverage", "T5-coverage"}
# Who is counted here is counted there as well: whoever is left out had turned five.
AMONG = {"T4-coverage": "weighed", "T5-coverage": "measured"}
# The year all promises were due; before the law's groups changed, and after, as long.
YEARS = [(2020,), pytest.param((2016, 2024), marks=pytest.mark.long)]
LARGE = 100_000.0  # stands for "of everybody" where a count has no whole of its own
pytestmark = pytest.mark.django_db(transaction=True)


class Count(NamedTuple):
    """A number of persons: counted how, where, when, in which part of a breakdown."""

    measure: str
    place: int
    period: date
    breakdown: str = ""
    value: str = ""


Counts = dict[Count, float | None]  # None: withheld
Name = Callable[[str, Count], Count]


def part_of(code: str, count: Count) -> Count:
    return count._replace(measure=COUNTED[code][0])


def whole_of(code: str, count: Count) -> Count:
    """Return the whole of a figure; T1's groups are counted against all children."""
    whole = count._replace(measure=COUNTED[code][1])
    by_group = code in ("T1", "T1-new") and count.breakdown == "circumstance"
    return whole._replace(breakdown="", value="") if by_group else whole


def rest_of(code: str, count: Count) -> Count:
    return count._replace(measure=f"{COUNTED[code][1]} but not {COUNTED[code][0]}")


def among(code: str, count: Count) -> Count:
    return count._replace(measure=AMONG[code])


def others_of(code: str, count: Count) -> Count:
    return count._replace(measure=f"{AMONG[code]} but not {COUNTED[code][0]}")


class Released(NamedTuple):
    release: Release
    true: dict[Count, float]


class Public:
    """What a release tells: every count it prints or withholds, and which figures it has."""

    def __init__(self, release: Release) -> None:
        self.counts: Counts = {}
        self.figures: set[tuple[str, Count]] = set()
        self.shares: set[Count] = set()  # estimated from a share of a split commune
        names = ("indicator__code", "place_id", "period_start", "breakdown", "value_key")
        rows = Figure.objects.filter(release=release, series="records")
        for row in rows.values_list(*names, "numerator", "denominator", "estimated"):
            code, count, (part, whole, estimated) = row[0], Count("", *row[1:5]), row[5:]
            one, two = part_of(code, count), whole_of(code, count)
            if estimated:
                self.shares |= {one, two}
                continue
            self.figures.add((code, count))
            for key, value in ((one, part), (two, whole)):
                self.counts[key] = value if self.counts.get(key) is None else self.counts[key]
        for code, count in self.figures:
            if code not in NO_PARTS:
                self._add_rest(code, count, whole_of, rest_of)
            if code in AMONG and among(code, count) in self.counts:
                self._add_rest(code, count, among, others_of)

    def _add_rest(self, code: str, count: Count, whole_of: Name, rest_of: Name) -> None:
        part, whole = self.counts[part_of(code, count)], self.counts[whole_of(code, count)]
        known = part is not None and whole is not None
        self.counts[rest_of(code, count)] = whole - part if known else None


def truth() -> dict[Count, float]:
    """Return what the counts really are, which no reader has."""
    found: dict[Count, float] = {}
    nested: list[tuple[str, Count]] = []
    for key, rolled in candidates().rolls.items():
        if key.series != "records" or rolled.estimated:
            continue
        count = Count("", *key[2:])
        part, whole = rolled.numerator, rolled.denominator
        found[part_of(key.indicator, count)] = part
        found[whole_of(key.indicator, count)] = whole
        found[rest_of(key.indicator, count)] = whole - part
        nested += [(key.indicator, count)] if key.indicator in AMONG else []
    for code, count in nested:
        found[others_of(code, count)] = (
            found.get(among(code, count), 0) - found[part_of(code, count)]
        )
    return found


def ways_of_adding_up() -> dict[int, set[tuple[int, ...]]]:
    """Return the places that make up a place, on the map of every day and across the mergers."""
    places = list(Place.objects.all())
    ways: dict[int, set[tuple[int, ...]]] = defaultdict(set)
    for day in {one.valid_from for one in places}:
        above = {
            one.child_id: one.parent_id
            for one in Belonging.objects.all()
            if one.valid_from <= day and (one.valid_to is None or day < one.valid_to)
        }
        for kind in (Kind.COMMUNE, Kind.DISTRICT):
            below: dict[int, list[int]] = defaultdict(list)
            for one in places:
                upper = above.get(one.pk) if one.kind == kind and one.lives_on(day) else None
                while upper is not None:
                    below[upper].append(one.pk)
                    upper = above.get(upper)
            for place, parts in below.items():
                ways[place].add(tuple(sorted(parts)))
    heirs = Succession.objects.order_by("target_id", "source_id")
    for target, edges in groupby(heirs, key=lambda edge: edge.target_id):
        listed = list(edges)
        if all(edge.share == 1 for edge in listed):
            ways[target].add(tuple(edge.source_id for edge in listed))
    return ways


def sums(public: Public, true: dict[Count, float]) -> list[Sum]:
    """Return the sums over places, over values, and over the communes of a style that hold."""
    every = [*over_places(public), *over_values(public), *over_styles(public)]
    plain = [one for one in every if public.shares.isdisjoint(one.parts) and one.parts]
    # A place outside the release (no such map in that year) leaves a sum that is none.
    return [one for one in plain if agrees(one, true)]


def agrees(one: Sum, true: dict[Count, float]) -> bool:
    return sum(true[part] for part in one.parts) == pytest.approx(true[one.total])


def over_places(public: Public) -> Iterator[Sum]:
    at: dict[Count, dict[int, Count]] = defaultdict(dict)
    for count in {*public.counts, *public.shares}:
        at[count._replace(place=0)][count.place] = count
    for place, ways in ways_of_adding_up().items():
        for counts in at.values():
            if place in counts and counts[place] in public.counts:
                for way in ways:
                    parts = tuple(counts[one] for one in way if one in counts)
                    yield Sum(counts[place], parts, denominators=False)


def over_values(public: Public) -> Iterator[Sum]:
    split: dict[tuple[Count, str], list[Count]] = defaultdict(list)
    for count in public.counts:
        if count.breakdown and count.breakdown != "circumstance":
            split[count._replace(breakdown="", value=""), count.breakdown].append(count)
    for (total, _), parts in split.items():
        if total in public.counts:
            yield Sum(total, tuple(parts), denominators=False)
    for code, count in public.figures:
        if code not in NO_PARTS:
            parts = (part_of(code, count), rest_of(code, count))
            yield Sum(whole_of(code, count), parts, denominators=False)
        if code in AMONG and among(code, count) in public.counts:
            parts = (part_of(code, count), others_of(code, count))
            yield Sum(among(code, count), parts, denominators=False)


def over_styles(public: Public) -> Iterator[Sum]:
    """All wards of the area, all townships, all rural communes, on the last day of the year."""
    communes = list(Place.objects.filter(kind=Kind.COMMUNE))
    for count in public.counts:
        if count.breakdown == "place_style":
            day = count.period.replace(month=12, day=31)
            here = [one.pk for one in communes if one.lives_on(day) and one.style == count.value]
            plain = [count._replace(place=pk, breakdown="", value="") for pk in here]
            known = {*public.counts, *public.shares}
            yield Sum(count, tuple(one for one in plain if one in known), denominators=False)


def overlaps(public: Public) -> Iterator[Overlapping]:
    """A child may be in several groups: together they are at least the total, each at most."""
    groups: dict[Count, list[Count]] = defaultdict(list)
    for count in public.counts:
        if count.breakdown == "circumstance":
            groups[count._replace(breakdown="", value="")].append(count)
    for total, values in groups.items():
        # Those not in one group are more than those in none.
        if total in public.counts and total.measure != "children but not in circumstances":
            yield Overlapping(total, tuple(values))


def view(public: Public, true: dict[Count, float]) -> View:
    seen = {count: Seen(value, LARGE) for count, value in public.counts.items()}
    return View(seen, sums(public, true), list(overlaps(public)))


def truly(derived: list[Derived], *truths: dict[Count, float]) -> list[Derived]:
    """Keep what is true: a wrong guess tells nothing about anybody."""
    return [
        one
        for one in derived
        if one.count == "numerator" and truths[one.release][one.key] == one.value
    ]


def keep_the_chosen(years: tuple[int, ...]) -> None:
    """Leave out the cells of other figures and years, which share no sum with these."""
    kept = {"indicator__code__in": COUNTED, "period_start__year__in": years}
    Cell.objects.exclude(pk__in=Cell.objects.filter(**kept).values("pk")).delete()


def released(day: date, years: tuple[int, ...]) -> Released:
    with clock.pinned(day):
        keep_the_chosen(years)
        return Released(make_release(warrant=demonstration_warrant()), truth())


def change_some_records() -> None:
    """Three came into circumstances, two left them, four were found, one of whom had moved."""
    warrant = demonstration_warrant()
    group = CircumstanceGroup.objects.get(code="g2016-disability")
    at_home = Residence.objects.filter(
        valid_from__lt=date(2019, 1, 1),
        valid_to__gt=date(2021, 1, 1),
        child__birth_date__range=(date(2012, 1, 1), date(2018, 1, 1)),
    ).select_related("child", "place")
    homes = list(at_home.filter(child__circumstances=None).order_by("pk")[:70:10])
    for home in homes[:3]:
        begin_circumstance(home.child, group=group, valid_from=date(2019, 2, 1), warrant=warrant)
    born = date(2015, 6, 1)
    for home in homes[3:]:
        who = Particulars(name="Nguyễn Thị Mận", sex="f", birth_date=born)
        there = home.place
        late = register_child(who, place=there, lived_from=date(2018, 1, 1), warrant=warrant)
    move_child(late, place=homes[0].place, moved_on=date(2020, 7, 1), warrant=warrant)
    open_spells = Circumstance.objects.filter(
        group=group, valid_to=None, valid_from__lt=date(2020, 1, 1)
    )
    for spell in open_spells.order_by("pk")[:2]:
        end_circumstance(spell, ended_on=date(2020, 9, 1), reason="improved", warrant=warrant)


@pytest.fixture
def two_releases(request, transactional_db) -> tuple[Released, Released]:
    with clock.pinned(FIRST):
        apply_reference_pack()
        warrant = demonstration_warrant()
        simulate(CHILDREN, SEED, warrant=warrant, progress=lambda *step: None)
        rebuild()
    first = released(FIRST, request.param)
    with clock.pinned(SECOND):
        change_some_records()
    return first, released(SECOND, request.param)


def found_by_the_attacker(first: Released, second: Released) -> list[Derived]:
    before, after = (view(Public(one.release), one.true) for one in (first, second))
    asked = [
        (number, count)
        for number, one in enumerate((first, second))
        for count, value in one.true.items()
        if 1 <= value <= 4
    ]
    return truly(attack(after, before, frozenset(asked)), first.true, second.true)


def planted(second: Released) -> tuple[Count, list[Derived]]:
    """Print one figure again that was withheld for the sake of a small one; give what it tells."""
    public = Public(second.release)
    codes = {counted[0]: code for code, counted in COUNTED.items()}
    for one in sums(public, second.true):
        hidden = [c for c in (one.total, *one.parts) if public.counts[c] is None]
        small = [c for c in hidden if 1 <= second.true[c] <= 4]
        other = next((c for c in hidden if c not in small and c.measure in codes), None)
        if len(hidden) == 2 and len(small) == 1 and other is not None:
            row = Figure.objects.filter(
                release=second.release,
                indicator__code=codes[other.measure],
                series="records",
                place=other.place,
                period_start=other.period,
                breakdown=other.breakdown,
                value_key=other.value,
            )
            assert row.update(numerator=second.true[other], withheld="") == 1
            again = Public(second.release).counts
            seen = {c: Seen(again[c], LARGE) for c in (one.total, *one.parts)}
            return small[0], truly(attack(View(seen, [one])), second.true)
    raise AssertionError("no figure was withheld for the sake of another")


def numbers_beside_withheld(release: Release) -> list[Figure]:
    """Return the withheld figures that carry a number all the same; an estimate, any at all."""
    hidden = Figure.objects.filter(release=release).exclude(withheld="")
    told = Q(numerator__isnull=False) | Q(value__isnull=False) | Q(lower__isnull=False)
    estimate = Q(withheld="estimated", denominator__isnull=False)
    return list(hidden.filter(told | estimate))


def told_by_verdicts(release: Release) -> list[tuple[int, str, float]]:
    """Return the values that verdicts rest on, and that no figure of the place shows."""
    shown: dict[tuple[int, str], set[float]] = defaultdict(set)
    rows = Figure.objects.filter(release=release, breakdown="", withheld="")
    for place, code, value in rows.values_list("place_id", "indicator__code", "value"):
        shown[place, code].add(round(value or 0.0, 6))
    indicators = {one.code: one.indicator.code for one in targets()}
    return [
        (one.place_id, one.target_code, value)
        for one in Verdict.objects.filter(release=release)
        for value in rested_on(from_json(one.arithmetic))
        if round(value, 6) not in shown[one.place_id, indicators[one.target_code]]
    ]


def rested_on(assessment: Assessment) -> Iterator[float]:
    """Yield every measured value that an assessment keeps."""
    for one in (*assessment.steps, *filter(None, [assessment.now])):
        yield from [one.value] if one.value is not None else []
        yield from (knot.value for knot in one.trend)
        yield from [one.base.value] if one.base and one.base.measured else []


@pytest.mark.parametrize("two_releases", YEARS, indirect=True)
def test_nobody_is_singled_out(two_releases):
    first, second = two_releases
    assert any(first.true.get(count) != value for count, value in second.true.items())
    for one in (first, second):
        counts = Public(one.release).counts
        withheld = [count for count, value in counts.items() if value is None]
        assert 100 < len(withheld) < len(counts) - 100
        assert any(1 <= one.true[count] <= 4 for count in withheld)
        assert Figure.objects.filter(release=one.release, withheld="estimated").exists()
        assert numbers_beside_withheld(one.release) == []
        assert told_by_verdicts(one.release) == []
    assert found_by_the_attacker(first, second) == []
    small, derived = planted(second)
    assert small in [one.key for one in derived]
