"""The meetings of the invented province by which a level proves that it passed a duty on."""

from datetime import date, time, timedelta

import numpy as np

from mangnon import clock
from mangnon.audit.warrants import Warrant
from mangnon.duties.models import Assignment
from mangnon.meetings.actions import conclude, prove, put_meeting, record_attendance
from mangnon.meetings.details import Came, Details, Plan
from mangnon.places.models import Kind

_CONCLUSIONS = (
    "Mỗi chi bộ, đoàn thể phổ biến tiếp đến hội viên và từng gia đình.",
    "Giao các tổ chức cơ sở phổ biến trong sinh hoạt tháng tới, báo cáo số người dự.",
    "Thống nhất phân công từng thôn, khu dân cư; cán bộ trẻ em theo dõi.",
)
_HALL = 1.4  # seats for each who came
_SIGN = {Kind.DISTRICT: "KH/HU", Kind.COMMUNE: "KH/ĐU"}


def hold_meeting(
    held: Assignment, attended: int, chance: np.random.Generator, *, warrant: Warrant
) -> None:
    """Hold the meeting of one place today, count who came, and name it as the proof."""
    today, place = clock.today(), held.place
    invited = attended + int(chance.integers(0, max(2, attended // 8)))
    meeting = put_meeting(
        Details(
            "conference", f"Hội nghị phổ biến: {held.handing.duty.title_vi}"[:200], today, place,
            starts=time(8), ends=time(11), capacity=int(invited * _HALL),
        ),
        warrant=warrant,
    )  # fmt: skip
    came = Came(place=place, invited=invited, attended=attended, bases=int(chance.integers(4, 14)))
    record_attendance(meeting, [came], warrant=warrant)
    words = _CONCLUSIONS[int(chance.integers(len(_CONCLUSIONS)))]
    meeting = conclude(meeting, words, warrant=warrant)
    prove(meeting, held, _plan(held, today, chance), warrant=warrant)


def _plan(held: Assignment, today: date, chance: np.random.Generator) -> Plan:
    """Invent the plan that the place issued: a number, and a day since it received the duty."""
    since = (today - held.received_on).days
    issued = held.received_on + timedelta(days=int(chance.integers(0, max(1, since))))
    sign = _SIGN.get(Kind(held.place.kind), "KH")
    return Plan(number=f"{int(chance.integers(3, 90)):02}-{sign}", issued_on=issued)
