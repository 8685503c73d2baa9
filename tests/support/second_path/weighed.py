"""T4, T5 and the numerators of their coverages: the last valid measurement of each child."""

from collections import defaultdict

from mangnon.register.models import Child, Measurement
from tests.support.second_path.days import Year, completed_months
from tests.support.second_path.person import Person
from tests.support.second_path.tally import TOTAL, Tally

_BANDS = ((5, "0-5"), (11, "6-11"), (23, "12-23"), (35, "24-35"), (47, "36-47"), (59, "48-59"))


def count_weighed(tally: Tally, people: list[Person], years: list[Year]) -> None:
    """Count each child's last weighing and last measuring of the year."""
    weighings: dict[int, list[Measurement]] = defaultdict(list)
    for one in Measurement.objects.order_by("measured_on", "pk"):
        weighings[one.child_id].append(one)
    for person in people:
        if person.child.birth_precision == Child.Precision.YEAR:
            continue  # the age is not known
        for year in years:
            found = [
                one
                for one in weighings[person.child.pk]
                if year.holds(one.measured_on) and _age(person, one) in range(60)
            ]
            if found:
                _count(tally, person, year, found)


def _age(person: Person, one: Measurement) -> int:
    return completed_months(person.born, one.measured_on)


def _count(tally: Tally, person: Person, year: Year, found: list[Measurement]) -> None:
    weighed = [one for one in found if one.oedema or _valid(one, "waz", -6, 5)][-1:]
    measured = [one for one in found if _valid(one, "haz", -6, 6)][-1:]
    for one in {one.pk: one for one in (*weighed, *measured)}.values():
        age = _age(person, one)
        band = next(name for last, name in _BANDS if age <= last)
        sex = ("sex", person.child.sex)
        keys = [TOTAL, sex, ("age_band", band), ("poverty", person.poverty(year))]
        for code, chosen, below in (
            ("T4", one in weighed, _underweight(one)),
            ("T5", one in measured, _stunted(one)),
        ):
            place, number = one.place_id, year.number
            met = chosen and below
            tally.add(code, number, place, keys, numerator=met, denominator=chosen)
            covered = chosen and completed_months(person.born, year.day) < 60
            tally.add(f"{code}-coverage", number, place, [TOTAL, sex], numerator=covered)


def _valid(one: Measurement, index: str, least: float, most: float) -> bool:
    z = getattr(one, index)
    return z is not None and index not in one.flagged.split(",") and least <= z <= most


def _underweight(one: Measurement) -> bool:
    return one.oedema or (one.waz is not None and one.waz < -2)


def _stunted(one: Measurement) -> bool:
    return one.haz is not None and one.haz < -2
