"""The sheets of health stations and of schools: one by its code, at its commune."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from django.utils.translation import gettext_lazy as _

from mangnon.facilities.actions.common import WRITE
from mangnon.facilities.errors import spoken
from mangnon.facilities.models import Facility, Site
from mangnon.facilities.sheets.writing import take_facilities_back, write_facilities
from mangnon.imports import readers
from mangnon.imports.communes import Communes
from mangnon.imports.errors import row_twice, wrong_cell
from mangnon.imports.models import Verdict
from mangnon.imports.sheets import Column, Row, Scope, Sheet, Standing, one_of
from mangnon.text.folding import fold
from mangnon.text.sentence import Sentence

LEVELS = {
    Facility.Level.PRESCHOOL: ("mầm non", "mẫu giáo", "mam_non"),
    Facility.Level.PRIMARY: ("tiểu học", "tieu_hoc", "cấp 1"),
    Facility.Level.LOWER_SECONDARY: ("trung học cơ sở", "thcs", "cấp 2"),
    Facility.Level.UPPER_SECONDARY: ("trung học phổ thông", "thpt", "cấp 3"),
    Facility.Level.COMBINED: ("liên cấp", "lien_cap", "phổ thông nhiều cấp học"),
}
OWNERSHIPS = {
    Facility.Ownership.PUBLIC: ("công lập", "công", "public"),
    Facility.Ownership.PRIVATE: ("ngoài công lập", "tư thục", "dân lập", "tư", "private"),
}
LEVEL_WORDS = tuple(str(one.label) for one in Facility.Level)
OWNERSHIP_WORDS = tuple(str(one.label) for one in Facility.Ownership)
_CODE = Column("code", _("Mã cơ sở"), readers.code,
               ("mã", "mã trạm", "mã trường", "mã đơn vị", "code"), required=True,
               width=16)  # fmt: skip
_NAME = Column("name", _("Tên cơ sở"), readers.words_of,
               ("tên", "tên trạm", "tên trường", "tên đơn vị", "name"), required=True,
               width=36)  # fmt: skip
_LEVEL = Column("level", _("Cấp học"), one_of(LEVELS, list(LEVEL_WORDS)), ("cấp", "level"),
                required=True, choices=LEVEL_WORDS, width=20)  # fmt: skip
_REST = (
    Column("ownership", _("Loại hình"), one_of(OWNERSHIPS, list(OWNERSHIP_WORDS)), ("ownership",),
           choices=OWNERSHIP_WORDS, width=16),
    Column("place", _("Xã, phường"), readers.words_of,
           ("xã", "phường", "xã phường thị trấn", "commune"), width=22),
    Column("opened_on", _("Ngày thành lập"), readers.day,
           ("thành lập", "hoạt động từ ngày", "opened on"), required=True, width=14),
    Column("another", _("Đã kiểm tra, là cơ sở khác"), readers.yes, ("là cơ sở khác", "another"),
           choices=readers.YES_WORDS, width=14),
)  # fmt: skip


class Facilities:
    """Judges the rows of one kind of facility against those that stand."""

    def __init__(self, scope: Scope, kind: str) -> None:
        self._scope, self._kind = scope, kind
        self._communes = Communes(scope)
        self._met: dict[str, int] = {}
        self._by_code: dict[str, Facility] = {}
        self._sites: dict[int, int] = {}
        self._named: dict[tuple[int, str], set[str]] = defaultdict(set)
        self.refresh()

    def refresh(self) -> None:
        """Read again which facilities stand in the scope, by name and commune."""
        self._named.clear()
        here = Site.objects.filter(valid_to__isnull=True, place__in=self._scope.places)
        told = here.filter(facility__kind=self._kind, facility__closed_on__isnull=True)
        for place, name, code in told.values_list("place", "facility__name", "facility__code"):
            self._named[place, fold(name)].add(code)

    def prepare(self, rows: Sequence[Row]) -> None:
        """Read what stands under the codes of the rows, wherever it is."""
        codes = {row.values["code"] for row in rows}
        self._by_code = {one.code: one for one in Facility.objects.filter(code__in=codes)}
        ids = [one.pk for one in self._by_code.values()]
        open_now = Site.objects.filter(facility__in=ids, valid_to__isnull=True)
        self._sites = dict(open_now.values_list("facility_id", "place_id"))

    def judge(self, row: Row) -> None:
        """Give the row its verdict."""
        told = row.values
        told["ownership"] = told["ownership"] or ""
        first = self._met.setdefault(told["code"], row.number)
        if first != row.number:
            row.refuse("code", row_twice(first))
            return
        if told["opened_on"] > self._scope.today:
            row.refuse("opened_on", wrong_cell(
                "Ngày thành lập ở tương lai. Hãy sửa lại.", "The day is to come. Correct it."
            ))  # fmt: skip
            return
        met = self._by_code.get(told["code"])
        if met is not None:
            self._meets(row, met)
        else:
            self._enters(row)

    def _enters(self, row: Row) -> None:
        told = row.values
        unit = self._communes.find(row, told["opened_on"])
        if unit is None:
            if self._communes.of(row) is not None:
                row.say_wrong("opened_on", _NO_SUCH_DAY)
            return
        told |= {"place_id": unit.id, "kind": self._kind}
        if self._named[unit.id, fold(told["name"])] and not told["another"]:
            row.doubt("name", _NEAR)
            return
        row.verdict = Verdict.NEW

    def _meets(self, row: Row, met: Facility) -> None:
        told = row.values
        site = self._sites.get(met.pk)
        if met.kind != self._kind or site not in self._scope.places:
            row.say_wrong("code", _ANOTHERS)
            return
        unit = self._communes.of(row) if told["place"] else None
        if row.verdict:
            return
        if unit is not None and unit.id != site:
            row.doubt("place", _ELSEWHERE)
        elif told["opened_on"] != met.opened_on:
            row.doubt("opened_on", _opened(met))
        else:
            row.target = met.pk
            row.change(_changes(row, met))


def _changes(row: Row, met: Facility) -> dict[str, str]:
    """Return what stands where a row says anything else; an empty cell says nothing."""
    told = row.values
    pairs = (
        ("name", met.name, met.name), ("level", met.level, met.get_level_display()),
        ("ownership", met.ownership, met.get_ownership_display()),
    )  # fmt: skip
    return {
        column: str(words) for column, stands, words in pairs
        if told.get(column) and told[column] != stands
    }  # fmt: skip


def _opened(met: Facility) -> Sentence:
    return Sentence(
        f"Sổ ghi cơ sở này thành lập ngày {spoken(met.opened_on)}. Hãy kiểm tra lại mã và ngày.",
        f"This facility stands as opened on {met.opened_on}. Check the code and the day.",
    )


_NO_SUCH_DAY = Sentence(
    "Ngày thành lập ở trước khi có xã, phường này, hoặc hôm đó địa bàn gồm nhiều xã. Hãy ghi ngày "
    "bắt đầu ở xã này, hoặc ghi tên xã của ngày đó.",
    "The commune did not exist on that day, or the place was several communes then. Write the "
    "first day in this commune, or the name of that day's commune.",
)
_NEAR = Sentence(
    "Xã này đã có cơ sở cùng tên dưới mã khác. Hãy kiểm tra mã; nếu là cơ sở khác, ghi “có” vào "
    "cột “Đã kiểm tra, là cơ sở khác”.",
    "This commune has a facility of that name under another code. Check the code; where it is "
    "another, write “có” in the column “Đã kiểm tra, là cơ sở khác”.",
)
_ANOTHERS = Sentence(
    "Mã này đang dùng cho cơ sở khác loại, đã đóng hoặc ở địa bàn khác. Hãy kiểm tra lại mã.",
    "This code belongs to a facility of another kind, closed, or elsewhere. Check the code.",
)
_ELSEWHERE = Sentence(
    "Sổ ghi cơ sở này ở xã khác. Nếu cơ sở đã chuyển, hãy ghi việc chuyển trên trang của cơ sở.",
    "This facility stands in another commune. Where it moved, record the move on its page.",
)


def _of(kind: str) -> Callable[[Scope], Standing]:
    return lambda scope: Facilities(scope, kind)


STATIONS = Sheet(
    "stations", _("Trạm y tế"), WRITE, (_CODE, _NAME, *_REST), _of(Facility.Kind.STATION),
    write_facilities, take_facilities_back, order=30,
)  # fmt: skip
SCHOOLS = Sheet(
    "schools", _("Trường học"), WRITE, (_CODE, _NAME, _LEVEL, *_REST), _of(Facility.Kind.SCHOOL),
    write_facilities, take_facilities_back, order=40,
)  # fmt: skip
