"""From what stands in an address to a place, on the map that concerns it."""

from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches

from mangnon.places.models import Kind
from mangnon.places.naming import own_name
from mangnon.places.tree import Tree
from mangnon.places.world import Unit, World, world
from mangnon.portal.choices import read_day
from mangnon.portal.errors import NoSuchPlace, Way
from mangnon.text.folding import fold
from mangnon.text.sentence import Sentence

_DAY = timedelta(days=1)
_NEAR = 5


@dataclass(frozen=True, slots=True)
class Spot:
    """A place under its last name, with the map of its last day (or of the release's)."""

    unit: Unit
    tree: Tree
    day: date

    @property
    def path(self) -> list[Unit]:
        """The way from the root to the place; the province stands for its programme area."""
        units = [self.tree.place(one) for one in self.tree.path(self.unit.id)]
        return [one for one in units if one.kind != Kind.PROVINCE or one.id == self.unit.id]

    @property
    def is_commune(self) -> bool:
        """Whether nothing is counted below it."""
        return self.unit.kind == Kind.COMMUNE


def spot_of(unit: Unit, on: date) -> Spot:
    """Return the place as it stood on the last day of its life, or on ``on``."""
    day = on if unit.valid_to is None else min(on, unit.valid_to - _DAY)
    day = max(day, unit.valid_from)
    tree = Tree.on(day)
    return Spot(tree.place(unit.id), tree, day)


def root_spot(on: date) -> Spot:
    """Return the programme area; raises NoPlaces where nothing was applied."""
    tree = Tree.on(on)
    return Spot(tree.place(tree.root), tree, on)


def find_unit(text: str, on: date) -> Unit:
    """Return the place of ``code@day``; of a bare code the one living on ``on``, else the newest.

    Raises NoSuchPlace with what is near, BadDay where no day follows the @.
    """
    whole = world()
    code, at, day = text.partition("@")
    same = sorted((u for u in whole.units.values() if u.code == code), key=lambda u: u.valid_from)
    newest = same[-1] if same else None
    found = _by_day(same, read_day(day)) if at else _living(same, on) or newest
    if found is None:
        raise NoSuchPlace(text, _near(whole, same, code))
    return found


def _by_day(same: list[Unit], day: date) -> Unit | None:
    return next((unit for unit in same if unit.valid_from == day), None) or _living(same, day)


def _living(same: list[Unit], day: date) -> Unit | None:
    return next((unit for unit in same if unit.lives_on(day)), None)


def _near(whole: World, same: list[Unit], code: str) -> list[Way]:
    """Return ways to places of the same code on other days, or of near codes and names."""
    found = list(same)
    if not found:
        by_code = {unit.code: unit for unit in whole.units.values()}
        by_name = {fold(own_name(u.name_vi, u.style)): u for u in whole.units.values()}
        asked = fold(code).replace("-", " ")
        names = get_close_matches(asked, by_name, n=3, cutoff=0.7)
        codes = get_close_matches(code, by_code, n=3, cutoff=0.5)
        found = [by_name[name] for name in names] + [by_code[one] for one in codes]
    return [
        Way(
            "place",
            {"key": unit.key},
            Sentence(f"{unit.name_vi} ({unit.key})", f"{unit.name_en} ({unit.key})"),
        )
        for unit in dict.fromkeys(found[:_NEAR])
    ]
