"""The roles: bundles of rights. A role is held at a place, from a day, to a day."""

from functools import cache
from typing import NamedTuple

from mangnon.access.rights import BY_ACT, implied_by
from mangnon.places.models import Kind

_ALL = (Kind.PROGRAMME_AREA, Kind.PROVINCE, Kind.DISTRICT, Kind.COMMUNE)
_COMMUNE = (Kind.COMMUNE,)
_ABOVE = (Kind.PROGRAMME_AREA, Kind.PROVINCE, Kind.DISTRICT)


class Role(NamedTuple):
    """What somebody is, which rights come with it, and at which kinds of place it is held."""

    code: str
    vi: str
    en: str
    rights: tuple[str, ...]
    held_at: tuple[str, ...]


ROLES = (
    Role("child_officer", "Người làm công tác bảo vệ trẻ em cấp xã", "Commune child officer",
         ("register.write", "register.release", "register.export", "register.copy",
          "linkage.judge", "retention.see", "imports.bring", "figures.live", "indicators.report",
          "aggregates.fill", "facilities.write", "duties.do", "meetings.hold", "reports.write",
          "steering.write", "efforts.write"), _COMMUNE),
    Role("collaborator", "Cộng tác viên", "Collaborator",
         ("register.list", "register.measure"), _COMMUNE),
    Role("station_head", "Trưởng trạm y tế", "Head of the health station",
         ("register.measure", "imports.bring", "figures.live", "facilities.see"), _COMMUNE),
    Role("civil_status_officer", "Công chức tư pháp - hộ tịch", "Civil-status officer",
         ("register.vital",), _COMMUNE),
    Role("headteacher", "Hiệu trưởng", "Headteacher",
         ("facilities.write", "imports.bring"), _COMMUNE),
    Role("supervising_officer", "Cán bộ phụ trách trẻ em cấp trên", "Supervising child officer",
         ("register.reveal", "register.release", "register.export", "register.copy",
          "linkage.judge", "retention.see", "imports.bring", "figures.live", "indicators.report",
          "aggregates.approve", "aggregates.keep", "facilities.write", "people.see",
          "duties.give", "duties.do", "meetings.hold", "reports.write", "steering.write",
          "efforts.write", "efforts.fund", "efforts.publish"), _ABOVE),
    Role("leader", "Lãnh đạo", "Leader",
         ("figures.live", "people.see", "duties.give", "meetings.see", "reports.sign",
          "steering.see", "efforts.see", "aggregates.see", "facilities.see"), _ALL),
    Role("publisher", "Người công bố số liệu", "Publisher of figures",
         ("figures.release",), _ABOVE),
    Role("programme_editor", "Người biên tập chương trình", "Programme editor",
         ("programme.edit", "legislation.edit", "efforts.write"), _ABOVE),
    Role("librarian", "Người phụ trách thư viện văn bản", "Librarian",
         ("legislation.edit",), _ABOVE),
    Role("editor", "Biên tập viên", "Editor", ("pages.write",), _ALL),
    Role("chief_editor", "Người duyệt bài", "Chief editor", ("pages.publish",), _ALL),
    Role("administrator", "Người quản trị", "Administrator",
         ("people.manage", "people.reset", "places.edit", "places.succeed", "packs.apply",
          "duties.calendar", "access.borrow"), _ALL),
    Role("auditor", "Người giám sát truy vết", "Auditor", ("audit.read", "people.reset"), _ALL),
)  # fmt: skip
BY_CODE = {role.code: role for role in ROLES}
# What may be borrowed for a while, and never worn.
BORROWABLE = ("register.list", "register.read", "register.reveal")


@cache
def rights_of(code: str) -> frozenset[str]:
    """Return every act that the role's rights cover; none where the code is unknown."""
    role = BY_CODE.get(code)
    return frozenset().union(*(implied_by(act) for act in role.rights)) if role else frozenset()


def given_by_two(code: str) -> bool:
    """Whether the role waits for a second administrator: the table of rights says so."""
    return any(not BY_ACT[act].one_gives for act in rights_of(code))
