"""Children at random, and where they lived through a merger and a split."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from mangnon.register.models import Child, Death, Household, HouseholdPoverty, Residence
from tests.support.second_path.chance import Chance
from tests.support.second_path.province import BEGIN, FIRST, SECOND, TODAY, Places, pass_on

_PHASES = ((BEGIN, FIRST), (FIRST, SECOND), (SECOND, TODAY + timedelta(days=1)))
_KINDS = ("permanent", "permanent", "permanent", "temporary", "temporary", "absent")


@dataclass
class Life:
    """A child, the residence that is open, and its death."""

    child: Child
    home: Residence | None = None
    died_on: date | None = None
    begun: bool = False
    spans: list[Residence] = field(default_factory=list)


def make_lives(chance: Chance, places: Places, count: int) -> list[Life]:
    """Write children and let them live through three generations of communes."""
    households = _households(chance, count // 2)
    lives = [Life(_child(chance, households)) for _ in range(count)]
    for life in chance.sample(lives, count // 25):
        life.child.merged_into = chance.choice(lives).child
        life.child.save()
    for first, end in _PHASES:
        if first > BEGIN:
            pass_on(places, first)
            _take_up(chance, lives, places, first)
        communes = [one for one in places.values() if one.lives_on(first)]
        for life in lives:
            _live(chance, life, communes, first, end - timedelta(days=1))
        _write(lives)
    return lives


def _households(chance: Chance, count: int) -> list[Household]:
    households = [Household.objects.create() for _ in range(count)]
    HouseholdPoverty.objects.bulk_create(
        HouseholdPoverty(household=one, year=year, status=chance.choice(["poor", "near_poor"]))
        for one in households
        for year in range(2012, 2027)
        if chance.happens(0.25)
    )
    return households


def _child(chance: Chance, households: list[Household]) -> Child:
    born = chance.day(date(1997, 1, 1), TODAY - timedelta(days=20))
    precision = chance.choices(["day", "month", "year"], [90, 5, 5])[0]
    if precision == "month":
        born = born.replace(day=15)
    if precision == "year":
        born = date(min(born.year, 2025), 7, 1)
    return Child.objects.create(
        sex=chance.choice("mf"), birth_date=born, birth_precision=precision,
        household=chance.choice(households) if chance.happens(0.9) else None,
    )  # fmt: skip


def _live(chance: Chance, life: Life, communes: list, first: date, last: date) -> None:
    """Begin, move, go, come back and die, on days of [first, last] in their order."""
    start = max(first, life.child.birth_date)
    if life.died_on or start > last:
        return
    if not life.begun:
        if chance.happens(0.1):
            start = chance.day(start, last)  # came from elsewhere
        life.begun = True
        _settle(chance, life, communes, start)
    happenings = ((last - start).days // 365 + 1) * 0.3
    count = int(happenings) + chance.happens(happenings % 1)
    for day in sorted(chance.day(start, last) for _ in range(count)):
        if life.home is not None and day < life.home.valid_from:
            continue
        _happen(chance, life, communes, day)


def _happen(chance: Chance, life: Life, communes: list, day: date) -> None:
    what = chance.choices(["move", "leave", "die"], [8, 2, 1])[0]
    if life.died_on:
        return
    if what == "die":
        life.died_on = day
        if chance.happens(0.3):
            return  # the residence was never closed
    if life.home is not None:
        life.home.valid_to = day
        life.home.end_reason = {"die": "died"}.get(what, "moved")
        life.home = None
    if what == "move":
        _settle(chance, life, communes, day)


def _settle(chance: Chance, life: Life, communes: list, day: date) -> None:
    life.home = Residence(
        child=life.child, place=chance.choice(communes), kind=chance.choice(_KINDS), valid_from=day
    )
    life.spans.append(life.home)


def _take_up(chance: Chance, lives: list[Life], places: Places, day: date) -> None:
    """Read where everyone lives now. Of the split commune some are assigned, the rest wait."""
    for life in lives:
        life.home = Residence.objects.filter(child=life.child, valid_to=None).first()
        if life.home is None:
            continue
        if not life.home.place.lives_on(day) and day == FIRST and chance.happens(0.4):
            heir = places[chance.choice(["S1", "S2"])]
            life.home.valid_to, life.home.end_reason = day, "merger"
            life.home.save()
            life.home = Residence.objects.create(
                child=life.child, place=heir, kind=life.home.kind, valid_from=day
            )
        life.spans.append(life.home)


def _write(lives: list[Life]) -> None:
    """Write closed residences before those that followed them."""
    for life in lives:
        for span in life.spans:
            span.save()
        life.spans.clear()
        if life.died_on and not Death.objects.filter(child=life.child).exists():
            _write_death(life)


def _write_death(life: Life) -> None:
    assert life.died_on is not None
    last = Residence.objects.filter(child=life.child).latest("pk")
    Death.objects.create(
        child=life.child, place=last.place, died_on=life.died_on,
        age_days=(life.died_on - life.child.birth_date).days,
    )  # fmt: skip
