"""The sheet of staff: who is in which post, by number, never by name."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext_lazy as _

from mangnon.facilities.actions import common
from mangnon.facilities.actions.common import WRITE
from mangnon.facilities.models import Facility, Post, Site, StaffTitle
from mangnon.facilities.shares import WHOLE, most_time
from mangnon.facilities.sheets.writing import take_posts_back, write_posts
from mangnon.imports import readers
from mangnon.imports.errors import row_twice, wrong_cell
from mangnon.imports.models import Verdict
from mangnon.imports.sheets import Column, Row, Scope, Sheet
from mangnon.text.folding import fold
from mangnon.text.sentence import DomainError, Sentence


def staff_number(text: str) -> str:
    """Read a number of a person; what holds no figure may be a name."""
    kept = readers.code(text)
    if len(kept) > 24 or not any(one.isdigit() for one in kept):
        raise wrong_cell(
            "Mã số cán bộ phải có chữ số, tối đa 24 ký tự, không ghi họ tên. Hãy ghi mã số.",
            "A staff number holds figures, 24 characters at most, and no name. Write the number.",
        )
    return kept


def share(text: str) -> float:
    """Read a share of time: above 0, up to 1; or percents of it."""
    percent = text.rstrip().endswith("%")
    found = readers.number(text.rstrip().rstrip("%")) / (100 if percent else 1)
    if not 0 < found <= 1:
        raise wrong_cell(
            f"“{text[:20]}” không phải phần thời gian. Hãy ghi trên 0 đến 1, như 0,5.",
            f"“{text[:20]}” is no share of time. Write above 0, up to 1, as 0.5.",
        )
    return found


def _titles() -> tuple[str, ...]:
    return tuple(StaffTitle.objects.order_by("name_vi").values_list("name_vi", flat=True))


COLUMNS = (
    Column("facility", _("Cơ sở"), readers.words_of,
           ("mã cơ sở", "tên cơ sở", "trạm y tế", "trường", "đơn vị", "facility"), required=True,
           width=30),
    Column("staff_number", _("Mã số cán bộ"), staff_number,
           ("mã cán bộ", "mã nhân viên", "mã số", "staff number"), required=True, width=16),
    Column("title", _("Chức danh"), readers.words_of, ("chức danh nghề nghiệp", "title"),
           required=True, offers=_titles, width=30),
    Column("hired_on", _("Nhận việc ngày"), readers.day,
           ("ngày nhận việc", "ngày vào làm", "hired on"), required=True, width=14),
    Column("share", _("Phần thời gian"), share, ("tỷ lệ thời gian", "share of time"), width=12),
    Column("left_on", _("Thôi làm từ ngày"), readers.day,
           ("ngày nghỉ việc", "ngày thôi việc", "left on"), width=14),
)  # fmt: skip


class Staff:
    """Judges posts against those that stand, by facility, number and first day."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._met: dict[tuple[str, int, date], int] = {}
        self._posts: dict[str, list[Post]] = {}
        self._spells: dict[str, list[tuple[date, date | None, float]]] = {}
        self._titles: dict[str, list[StaffTitle]] = defaultdict(list)
        for title in StaffTitle.objects.all():
            for key in {fold(title.name_vi), title.code, title.official_code} - {""}:
                self._titles[key].append(title)
        self.refresh()

    def refresh(self) -> None:
        """Read again which facilities stood in the scope."""
        self._facilities: dict[str, set[int]] = defaultdict(set)
        self._known: dict[int, Facility] = {}
        here = Site.objects.filter(place__in=self._scope.places).select_related("facility")
        for one in here:
            self._known[one.facility_id] = one.facility
            for key in (one.facility.code, fold(one.facility.name)):
                self._facilities[key].add(one.facility_id)

    def prepare(self, rows: Sequence[Row]) -> None:
        """Read every post of the people of the rows."""
        self._posts, self._spells = defaultdict(list), defaultdict(list)
        numbers = {row.values["staff_number"] for row in rows}
        for one in Post.objects.filter(staff_number__in=numbers):
            self._posts[one.staff_number].append(one)
            spell = (one.valid_from, one.valid_to, one.share_of_time)
            self._spells[one.staff_number].append(spell)

    def judge(self, row: Row) -> None:
        """Give the row its verdict."""
        told = row.values
        facility, title = self._facility(row), self._title(row)
        if facility is None or title is None:
            return
        told |= {"facility_of": facility, "title_of": title}
        first = self._met.setdefault(
            (told["staff_number"], facility.pk, told["hired_on"]), row.number
        )
        if first != row.number:
            row.refuse("staff_number", row_twice(first))
        elif self._days_fit(row, facility):
            self._meets(row, facility, title)

    def _facility(self, row: Row) -> Facility | None:
        typed = row.values["facility"]
        found = self._facilities.get(typed) or self._facilities.get(fold(typed)) or set()
        if len(found) == 1:
            return self._known[next(iter(found))]
        row.say_wrong("facility", _NO_FACILITY)
        return None

    def _title(self, row: Row) -> StaffTitle | None:
        typed, day = row.values["title"], row.values["hired_on"]
        found = self._titles.get(typed) or self._titles.get(fold(typed)) or []
        fitting = [
            one for one in found
            if (one.valid_from is None or one.valid_from <= day)
            and (one.valid_to is None or day < one.valid_to)
        ]  # fmt: skip
        if len(fitting) == 1:
            return fitting[0]
        row.say_wrong("title", _NO_TITLE)
        return None

    def _days_fit(self, row: Row, facility: Facility) -> bool:
        hired, left, today = row.values["hired_on"], row.values["left_on"], self._scope.today
        if hired > today or (left and (left > today or left < hired)):
            row.say_wrong("left_on" if left else "hired_on", _DAYS)
            return False
        try:
            common.working_on(facility, hired)
        except DomainError as error:
            row.refuse("hired_on", error)
            return False
        return True

    def _meets(self, row: Row, facility: Facility, title: StaffTitle) -> None:
        told = row.values
        number, hired, left = told["staff_number"], told["hired_on"], told["left_on"]
        here = [one for one in self._posts[number] if one.facility_id == facility.pk]
        same = next((one for one in here if one.valid_from == hired), None)
        if same is not None:
            row.target = same.pk
            if same.title_id != title.pk or (told["share"] or same.share_of_time) != (
                same.share_of_time
            ):
                row.doubt("title", _ANOTHER_POST)
            elif left and same.valid_to is None:
                row.change({"left_on": ""})
                self._spells[number].remove((hired, None, same.share_of_time))
                self._spells[number].append((hired, left, same.share_of_time))
            elif left and same.valid_to != left:
                row.doubt("left_on", _ANOTHER_POST)
            else:
                row.verdict = Verdict.SAME
        elif any(one.valid_to is None for one in here):
            row.doubt("hired_on", _STILL)
        else:
            self._has_time(row, (hired, left, told["share"] or 1.0))

    def _has_time(self, row: Row, spell: tuple[date, date | None, float]) -> None:
        number = row.values["staff_number"]
        taken, _day = most_time([*self._spells[number], spell], spell[0])
        if taken > WHOLE:
            row.say_wrong("share", _NO_TIME)
            return
        self._spells[number].append(spell)
        row.verdict = Verdict.NEW


_NO_FACILITY = Sentence(
    "Địa bàn không có cơ sở này, hoặc có nhiều cơ sở cùng tên. Hãy ghi mã cơ sở, hoặc nhập cơ sở "
    "trước.",
    "No such facility here, or several of that name. Write its code, or enter the facility first.",
)
_NO_TITLE = Sentence(
    "Không có chức danh này vào ngày nhận việc. Hãy chọn một chức danh trong mẫu.",
    "No such title on the first day in post. Choose one from the template.",
)
_DAYS = Sentence(
    "Ngày ở tương lai, hoặc thôi làm trước khi nhận việc. Hãy kiểm tra lại hai ngày.",
    "A day is to come, or the last day lies before the first. Check both days.",
)
_ANOTHER_POST = Sentence(
    "Sổ ghi chức danh, phần thời gian hoặc ngày thôi làm khác. Hãy sửa trên trang của cơ sở.",
    "Another title, share of time or last day stands. Correct it on the facility's page.",
)
_STILL = Sentence(
    "Người này đang giữ một vị trí ở đây từ ngày khác. Hãy ghi thôi giữ vị trí cũ trước.",
    "This person holds a post here since another day. End that one first.",
)
_NO_TIME = Sentence(
    "Người này đã giữ đủ thời gian ở vị trí khác. Hãy ghi thôi giữ vị trí cũ hoặc giảm phần thời "
    "gian.",
    "This person's time is taken by another post. End the old one first, or lower the share.",
)
STAFF = Sheet(
    "staff", _("Cán bộ của cơ sở"), WRITE, COLUMNS, Staff, write_posts, take_posts_back, order=50
)
