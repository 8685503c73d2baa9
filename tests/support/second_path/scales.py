"""Weighings at random: two rounds a year, some children twice, some scores beyond belief."""

from datetime import date, timedelta

from mangnon.places.models import Place
from mangnon.register.models import Measurement, Residence
from tests.support.second_path.chance import Chance
from tests.support.second_path.days import completed_months, months_after, open_on
from tests.support.second_path.lives import Life
from tests.support.second_path.province import BEGIN, TODAY, Places


def make_weighings(chance: Chance, lives: list[Life], places: Places) -> None:
    """Write the weighings of every child until a little after its fifth birthday."""
    weighings = []
    for life in lives:
        homes = list(Residence.objects.filter(child=life.child).order_by("valid_from"))
        for day in _days(chance, life):
            place = _where(chance, homes, places, day)
            weighings.append(_weighing(chance, life, day, place))
    Measurement.objects.bulk_create(weighings)


def _days(chance: Chance, life: Life) -> list[date]:
    """Days of rounds, the edges of age, and days on which a child is weighed again."""
    born = life.child.birth_date
    rounds = [
        date(year, month, 20) for year in range(born.year, born.year + 6) for month in (6, 12)
    ]
    days = [chance.later(day - timedelta(days=20), 40, TODAY) for day in rounds]
    five = months_after(born, 60)
    days += [five, five - timedelta(days=1), months_after(born, 24), months_after(born, 6)]
    days = [day for day in days if chance.happens(0.5)]
    days += [day + timedelta(days=chance.randint(0, 12)) for day in days if chance.happens(0.1)]
    last = min(life.died_on or TODAY, TODAY)
    return [day for day in days if max(born, BEGIN) <= day <= last]


def _where(chance: Chance, homes: list[Residence], places: Places, day: date) -> Place:
    home = next((one for one in homes if open_on(one.valid_from, one.valid_to, day)), None)
    if home is not None and chance.happens(0.95):
        return home.place
    return chance.choice([one for one in places.values() if one.lives_on(day)])


def _weighing(chance: Chance, life: Life, day: date, place: Place) -> Measurement:
    """A weighing with scores as the register keeps them: none for the year alone, or from five."""
    one = Measurement(child=life.child, place=place, measured_on=day, weight_kg=10.0)
    one.oedema = chance.happens(0.04)
    known = life.child.birth_precision != "year"
    if not known or completed_months(life.child.birth_date, day) >= 60:
        return one
    if chance.happens(0.9) and not one.oedema:
        one.waz = _score(chance, 5)
    if chance.happens(0.8):
        one.haz = _score(chance, 6)
        one.length_cm = 80.0
    beyond = {"waz": (one.waz, 5), "haz": (one.haz, 6)}
    one.flagged = ",".join(
        index for index, (z, most) in beyond.items() if z is not None and not -6 <= z <= most
    )
    return one


def _score(chance: Chance, most: float) -> float:
    if chance.happens(0.15):
        return chance.choice([-2.0, -2.01, -6.0, -6.01, -8.5, most, most + 0.01, 9.0])
    return round(chance.gauss(-1.5, 1.2), 2)
