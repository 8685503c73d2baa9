"""Who lives in a child's household: only those within the reader's reach are named."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from mangnon import clock
from mangnon.access.doors import Leave
from mangnon.register import identity
from mangnon.register.models import Child, HouseholdPoverty
from mangnon.register.queries import file_kept_at
from mangnon.register.showing.words import sex_word
from mangnon.walls import everywhere


@dataclass(frozen=True, slots=True)
class Sibling:
    """Another child of the household."""

    uuid: UUID
    name: str
    born: int
    sex: str


@dataclass(frozen=True, slots=True)
class Home:
    """A household as a reader may see it: ``elsewhere`` children are not named."""

    siblings: list[Sibling]
    elsewhere: int
    poverty: str


def home_of(child: Child, leave: Leave) -> Home | None:
    """Return the child's household; None where it has none."""
    if child.household is None:
        return None
    near = _near(child, leave)
    siblings = [
        Sibling(one.uuid, identity.open_name(one) or "–", one.birth_date.year, sex_word(one.sex))
        for one in near
    ]
    return Home(siblings, _elsewhere(child, near), _poverty(child))


def is_shared_elsewhere(child: Child, leave: Leave) -> bool:
    """Tell whether the household has children out of the reader's reach; opens no name."""
    return child.household_id is not None and _elsewhere(child, _near(child, leave)) > 0


def _others(child: Child) -> QuerySet[Child]:
    known = Child.objects.filter(household=child.household_id, merged_into=None)
    return known.exclude(pk=child.pk)


def _near(child: Child, leave: Leave) -> list[Child]:
    known = _others(child).select_related("data_key").order_by("birth_date", "pk")
    return [one for one in known if leave.covers([file_kept_at(one)])]


def _elsewhere(child: Child, near: Collection[Child]) -> int:
    with everywhere():  # how many there are is told; who and where they are is not read
        return _others(child).count() - len(near)


def has_no_address_here(child: Child) -> bool:
    """Tell whether a child came from another place and nobody asked yet where it lives here."""
    home = child.household
    if child.home_id is None or (home is not None and home.address_sealed is not None):
        return False
    moved = child.residences.filter(end_reason="moved")  # a merger moves nobody's house
    return moved.exclude(place=child.home_id).exists()


def _poverty(child: Child) -> str:
    """Write what the last yearly list says."""
    last = HouseholdPoverty.objects.filter(
        household=child.household_id, year__gte=clock.today().year - 1
    ).order_by("-year").first()  # fmt: skip
    if last is None:
        return _("Không có trong danh sách hộ nghèo, cận nghèo")
    words = {"poor": _("Hộ nghèo"), "near_poor": _("Hộ cận nghèo")}
    return f"{words[last.status]} ({last.year})"
