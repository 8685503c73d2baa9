"""Where the children that rows meet live now: a row that says another home is not written."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from mangnon.imports.sheets import Row
from mangnon.places.world import Unit
from mangnon.register.models import Residence
from mangnon.register.sheets import reading
from mangnon.text.dates import format_date
from mangnon.text.sentence import Sentence


class _Home(NamedTuple):
    child: int
    place: int
    name_vi: str
    name_en: str
    kind: str
    since: date


_FIELDS = ("child_id", "place_id", "place__name_vi", "place__name_en", "kind", "valid_from")


class Homes:
    """The open residences of some children."""

    def __init__(self) -> None:
        self._by_child: dict[int, _Home] = {}

    def read(self, children: Collection[int]) -> None:
        """Read the homes of children in one question, and forget the others'."""
        rows = Residence.objects.filter(child__in=children, valid_to__isnull=True)
        homes = (_Home(*one) for one in rows.values_list(*_FIELDS))
        self._by_child = {one.child: one for one in homes}

    def hold(self, row: Row, child: int, unit: Unit) -> None:
        """Doubt a row that says another home than what stands; an empty cell says nothing."""
        home, told = self._by_child.get(child), row.values
        if home is None:
            return
        if told["place"] and unit.id != home.place:
            row.doubt("place", _elsewhere(home, unit))
        if told["kind"] and told["kind"] != home.kind:
            row.doubt("kind", _another_kind(home.kind, told["kind"]))
        if told["lived_from"] and told["lived_from"] != home.since:
            row.doubt("lived_from", _since(home.since, told["lived_from"]))


def _elsewhere(home: _Home, unit: Unit) -> Sentence:
    return Sentence(
        f"Trẻ đang ở {home.name_vi}; bảng ghi {unit.name_vi}. Nếu trẻ đã chuyển, hãy ghi nơi ở mới "
        "ở hồ sơ của trẻ.",
        f"The child lives in {home.name_en}; the row says {unit.name_en}. Where the child moved, "
        "record the new home in the child's record.",
    )


def _another_kind(stands: str, said: str) -> Sentence:
    before, now = reading.said(reading.KINDS, stands), reading.said(reading.KINDS, said)
    return Sentence(
        f"Sổ ghi “{before}”; bảng ghi “{now}”. Nếu đã thay đổi, hãy ghi ở hồ sơ của trẻ.",
        f"“{before}” stands; the row says “{now}”. Where that changed, record it in the child's "
        "record.",
    )


def _since(stands: date, said: date) -> Sentence:
    return Sentence(
        f"Sổ ghi trẻ ở đây từ ngày {format_date(stands, 'vi')}; bảng ghi "
        f"{format_date(said, 'vi')}. Hãy sửa dòng này, hoặc sửa nơi ở ở hồ sơ của trẻ.",
        f"The child lives here since {format_date(stands, 'en')}; the row says "
        f"{format_date(said, 'en')}. Correct the row, or the home in the child's record.",
    )
