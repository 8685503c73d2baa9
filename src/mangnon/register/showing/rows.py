"""The rows of a list: what is shown of each child without opening its file."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Max, Q
from django.utils.translation import gettext as _

from mangnon import clock
from mangnon.register import identity
from mangnon.register.models import Child, Circumstance, Measurement, Residence
from mangnon.register.queries import file_kept_at
from mangnon.register.showing import dues
from mangnon.register.showing.words import age_words, named, sex_word


@dataclass(frozen=True, slots=True)
class Row:
    """A child in a list: name and birth year, no finer; marks say what waits to be done."""

    uuid: UUID
    name: str
    born: int
    age: str
    sex: str
    place: str
    marks: tuple[str, ...]


def rows_of(ids: Sequence[int], *, reads: Collection[int] = (), names: bool = True) -> list[Row]:
    """Return the rows of these children in their order; four queries however many they are.

    ``names`` False opens no name. ``reads`` holds the places where the reader may open files:
    elsewhere she is not told who is in special circumstances.
    """
    found = Child.objects.select_related("home", "data_key").in_bulk(ids)
    children = [found[one] for one in ids if one in found]
    villages, weighed = _villages(ids), _last_weighed(ids)
    special = _in_circumstances(ids) if reads else frozenset()
    return [
        _row(child, villages, weighed.get(child.pk), _told(child, special, reads), names)
        for child in children
    ]


def _row(
    child: Child, villages: dict[int, str], weighed: date | None, special: bool, named_too: bool
) -> Row:
    place = named(child.home) if child.home else _("không còn ở địa bàn")
    village = villages.get(child.pk)
    return Row(
        uuid=child.uuid,
        name=(identity.open_name(child) or _("(hồ sơ đã xóa tên)")) if named_too else "",
        born=child.birth_date.year,
        age=age_words(child),
        sex=sex_word(child.sex),
        place=f"{village}, {place}" if village else place,
        marks=tuple(_marks(child, weighed, special)),
    )


def _marks(child: Child, weighed: date | None, special: bool) -> list[str]:
    marks = []
    if child.home_id and dues.is_due(child, weighed):
        marks.append(_("Đến kỳ cân"))
    if special:
        marks.append(_("Hoàn cảnh đặc biệt"))
    if child.birth_precision != Child.Precision.DAY:
        marks.append(_("Thiếu ngày sinh"))
    return marks


def _villages(ids: Sequence[int]) -> dict[int, str]:
    here = Residence.objects.filter(child__in=ids, valid_to__isnull=True, village__isnull=False)
    return {one.child_id: named(one.village) for one in here.select_related("village")}


def _last_weighed(ids: Sequence[int]) -> dict[int, date]:
    weighed = Measurement.objects.filter(child__in=ids).order_by()
    return dict(weighed.values_list("child_id").annotate(last=Max("measured_on")))


def _told(child: Child, special: frozenset[int], reads: Collection[int]) -> bool:
    """Whether the reader is told that the child is in special circumstances."""
    return child.pk in special and file_kept_at(child) in reads


def _in_circumstances(ids: Sequence[int]) -> frozenset[int]:
    still = Q(valid_to__isnull=True) | Q(valid_to__gt=clock.today())
    spells = Circumstance.objects.filter(still, child__in=ids)
    return frozenset(spells.values_list("child_id", flat=True))
