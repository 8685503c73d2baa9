"""The sheet of weighings: whose they are, what stands of that day, what is likely."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from mangnon.imports import readers
from mangnon.imports.cells import shown
from mangnon.imports.errors import row_twice, wrong_cell
from mangnon.imports.models import Verdict
from mangnon.imports.sheets import Column, Row, Scope, Sheet
from mangnon.places.models import Place
from mangnon.register.actions.changes import MEASURE
from mangnon.register.actions.weighdays.judging import Known, judge
from mangnon.register.actions.weighdays.knowing import known_of
from mangnon.register.actions.weighdays.reading import TypedValues
from mangnon.register.models import Child, Measurement, Residence, WeighRow
from mangnon.register.particulars import kept_birth
from mangnon.register.sheets import reading
from mangnon.register.sheets.children import COLUMNS as OF_CHILDREN
from mangnon.register.sheets.standing import People, Person, any_of
from mangnon.register.sheets.weighing import take_weighings_back, write_weighings
from mangnon.text.folding import fold
from mangnon.text.sentence import Sentence
from mangnon.text.tone import exact

_WHO = {one.code: one for one in OF_CHILDREN}
COLUMNS = (
    _WHO["name"], _WHO["birth"], _WHO["document"],
    Column("measured_on", _("Ngày cân, đo"), readers.day,
           ("ngày cân đo", "ngày cân", "ngày đo", "measured on"), required=True,
           example="15/06/2025", width=14),
    Column("weight", _("Cân nặng (kg)"), readers.number,
           ("cân nặng", "cân", "nặng", "weight"), example="11,2", width=12),
    Column("length", _("Chiều cao (cm)"), readers.number,
           ("chiều cao", "chiều dài", "cao", "dài", "height", "length"), example="88,5", width=12),
    Column("position", _("Tư thế đo"), reading.position, ("nằm hay đứng", "position"),
           choices=reading.POSITION_WORDS, example="Đứng", width=12),
    Column("oedema", _("Phù"), readers.yes, ("phù hai chân", "oedema"),
           choices=readers.YES_WORDS, width=8),
    Column("confirmed", _("Đã cân, đo lại"), readers.yes, ("đã đo lại", "measured again"),
           choices=readers.YES_WORDS, width=14),
)  # fmt: skip


class Weighings:
    """Judges weighings by the rules of the act that records them, against what stands."""

    def __init__(self, scope: Scope) -> None:
        self._people = People(scope)
        self._met: dict[tuple[int, date], int] = {}
        self._places: dict[int, Place] = {}
        self._known: dict[int, Known] = {}
        self._homes: dict[int, list[tuple[int, date, date | None]]] = {}

    def refresh(self) -> None:
        """Look at who changed since."""
        self._people.refresh()

    def prepare(self, rows: Sequence[Row]) -> None:
        """Read the children of the rows, their weighings and their homes, in a few questions."""
        for row in rows:
            row.target = self._whose(row)
        ids = {row.target for row in rows if row.target is not None}
        self._known = known_of(Child.objects.filter(pk__in=ids))
        self._homes = defaultdict(list)
        lived = Residence.objects.filter(child__in=ids).values_list(
            "child_id", "place_id", "valid_from", "valid_to"
        )
        for child, *home in lived:
            self._homes[child].append((home[0], home[1], home[2]))
        wanted = {home[0] for homes in self._homes.values() for home in homes} - set(self._places)
        self._places |= Place.objects.in_bulk(wanted)

    def judge(self, row: Row) -> None:
        """Give the row its verdict."""
        whose, told = row.target, row.values
        row.target = None
        if whose is None or row.verdict:
            return
        day = told["measured_on"]
        first = self._met.setdefault((whose, day), row.number)
        if first != row.number:
            row.refuse("", row_twice(first))
            return
        known, place = self._known[whose], self._home(whose, day)
        same_day = [one for one in known.weighings if one.measured_on == day]
        stood = _changes(told, same_day[0]) if same_day else {}
        if len(same_day) == 1 and not stood:
            row.target, row.verdict = same_day[0].pk, Verdict.SAME
            return
        told |= {"child": whose, "place_id": place.pk if place else None}
        others = [one for one in known.weighings if one not in same_day[:1]]
        self._likely(row, Known(known.child, others, known.died), place)
        if not row.verdict:
            row.target = same_day[0].pk if same_day else None
            row.stood = stood
            row.verdict = Verdict.CHANGED if same_day else Verdict.NEW

    def _likely(self, row: Row, known: Known, place: Place | None) -> None:
        """Say where the register would refuse the figures, or somebody has to look at them."""
        if place is None:
            row.refuse("measured_on", wrong_cell(
                "Không rõ ngày đó trẻ sống ở xã nào. Hãy sửa ngày cân, đo, hoặc ghi nơi ở trước.",
                "Where the child lived that day is not known. Correct the day, or record the home "
                "first.",
            ))  # fmt: skip
            return
        typed = TypedValues(
            shown(row.texts.get("weight", "")), shown(row.texts.get("length", "")),
            row.values["position"] or "", bool(row.values["oedema"]),
            bool(row.values["confirmed"]),
        )  # fmt: skip
        if typed.is_blank:
            row.refuse("weight", wrong_cell(
                "Chưa có cân nặng, chiều cao hay dấu hiệu phù. Hãy ghi ít nhất một kết quả.",
                "There is no weight, height or oedema. Write at least one.",
            ))  # fmt: skip
            return
        (found,) = judge([(known, typed)], day=row.values["measured_on"], place=place)
        if found.state == WeighRow.State.WRONG and found.sentence:
            row.say_wrong("", found.sentence)
        elif found.state == WeighRow.State.DOUBTFUL and found.sentence:
            row.doubt("", _again(found.sentence))

    def _whose(self, row: Row) -> int | None:
        """Return whose weighing a row is; say where nobody fits, or several do."""
        told, people = row.values, self._people
        born = kept_birth(told["birth"].first, told["birth"].precision)
        found = any_of(people.by_document.get(told["document"] or "", ()), people.by_id)
        found = [one for one in found if one.born == born or fold(one.name) == fold(told["name"])]
        if not found:
            key = (exact(told["name"]), born)
            found = any_of(people.by_key.get(key, ()), people.by_id)
        if not found:
            name = fold(told["name"])
            near = any_of(people.by_birth.get(born, ()), people.by_id)
            found = [one for one in near if fold(one.name) == name]
        if len(found) == 1:
            _contradicts(row, found[0])
            return None if row.verdict else found[0].id
        if found:
            row.doubt("name", _SEVERAL)
        else:
            row.say_wrong("name", _NOBODY)
        return None

    def _home(self, child: int, day: date) -> Place | None:
        for place, since, until in self._homes[child]:
            if since <= day and (until is None or day < until):
                return self._places[place]
        return None


def _contradicts(row: Row, one: Person) -> None:
    """Doubt a row of which a part says another child than the one whom the others say."""
    told, birth = row.values, row.values["birth"]
    born = kept_birth(birth.first, birth.precision)
    if fold(one.name) != fold(told["name"]):
        row.doubt("name", _ANOTHER_CHILD)
    elif one.document and told["document"] and one.document != told["document"]:
        row.doubt("document", _ANOTHER_CHILD)
    elif born.year != one.born.year or (birth.precision == one.precision and born != one.born):
        row.doubt("birth", _ANOTHER_CHILD)


def _changes(told: dict[str, Any], one: Measurement) -> dict[str, str]:
    """Return what stands where a row says anything else; an empty cell says nothing."""
    stood = dict[str, str]()
    for column, now, stands in (
        ("weight", told["weight"], one.weight_kg),
        ("length", told["length"], one.length_cm),
    ):
        if now is not None and now != stands:
            stood[column] = "" if stands is None else f"{stands:g}".replace(".", ",")
    if told["position"] and told["position"] != one.position:
        stood["position"] = reading.said(reading.POSITIONS, one.position)
    if told["oedema"] is not None and told["oedema"] != one.oedema:
        stood["oedema"] = "có" if one.oedema else "không"
    return stood


def _again(why: Sentence) -> Sentence:
    return Sentence(
        f"{why.vi} Nếu đã cân, đo lại và đúng, hãy ghi “có” vào cột “Đã cân, đo lại”.",
        f"{why.en} If measured again and so, write “có” in the column “Đã cân, đo lại”.",
    )


_ANOTHER_CHILD = Sentence(
    "Họ tên, ngày sinh và số định danh ở dòng này không cùng một trẻ trong sổ. Hãy sửa cho khớp.",
    "Name, birth date and number of this row are not one child's in the register. Make them fit.",
)
_NOBODY = Sentence(
    "Sổ không có trẻ này trong địa bàn. Hãy kiểm tra họ tên và ngày sinh, hoặc nhập trẻ vào sổ "
    "trước.",
    "The register holds no such child here. Check name and birth date, or enter the child first.",
)
_SEVERAL = Sentence(
    "Sổ có nhiều trẻ cùng họ tên và ngày sinh. Hãy ghi số định danh để biết là trẻ nào.",
    "Several children of this name and birth stand. Write the personal number to say which.",
)
MEASUREMENTS = Sheet(
    "measurements", _("Cân đo trẻ em"), MEASURE, COLUMNS, Weighings, write_weighings,
    take_weighings_back, order=20,
)  # fmt: skip
