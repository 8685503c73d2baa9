"""The cast: the small area, an office at its head, a duty with who is late, and who may do what."""

from collections.abc import Iterator
from datetime import date

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client

from mangnon import clock
from mangnon.access.actions import add_person, give_role
from mangnon.access.doors import demonstration_warrant, system_warrant
from mangnon.audit.warrants import Warrant
from mangnon.duties.actions import hand_down, put_duty, take
from mangnon.duties.deadlines import Deadline, Kind
from mangnon.duties.models import Handing
from mangnon.legislation.models import Document
from mangnon.places.models import Office, Place
from mangnon.places.tests.cast import OPENING, put, small_area
from mangnon.reports import actions
from mangnon.reports.models import Report
from tests.support.desk import signed_in
from tests.support.officers import SECRET, living

HANDED, TODAY = date(2015, 3, 2), date(2015, 8, 3)
HALF = (date(2015, 1, 1), date(2015, 6, 30))


@pytest.fixture(autouse=True)
def today(db: None) -> Iterator[date]:
    with clock.pinned(TODAY):
        put(small_area(), system_warrant("test"))
        yield TODAY


@pytest.fixture
def warrant() -> Warrant:
    return demonstration_warrant()


@pytest.fixture
def area() -> Place:
    return living("area")


@pytest.fixture
def office(area: Place) -> Office:
    above = Office.objects.create(
        code="ubnd", line="state", name_vi="Ủy ban nhân dân tỉnh", name_en="PC", place=area,
        valid_from=OPENING,
    )  # fmt: skip
    return Office.objects.create(
        code="so", line="state", name_vi="Sở Y tế tỉnh", name_en="Health", place=area,
        parent=above, valid_from=OPENING,
    )  # fmt: skip


@pytest.fixture
def handing(area: Place, office: Office, warrant: Warrant) -> Handing:
    """A duty of seven communes, due on 31 March: one is done, one is late and says why."""
    with clock.pinned(HANDED):
        paper = Document.objects.create(
            code="ct", number="20-CT/TW", kind="directive", title_vi="Chỉ thị", title_en="D"
        )
        duty = put_duty(
            "ra-soat", document=paper, lead=office, title_vi="Rà soát trẻ em", title_en="Review",
            original_not_held=True, warrant=warrant,
        )  # fmt: skip
        deadline = Deadline(Kind.BY, date(2015, 3, 31))
        made = hand_down(duty, within=area, rule="communes", deadline=deadline, warrant=warrant)
        done, asking = made.assignments.order_by("place__code")[:2]
        for act in ("accept", "report", "recognise"):
            take(done, act, words="Xong 12 thôn.", warrant=warrant)
        take(asking, "ask", words="Chưa có biểu mẫu.", warrant=warrant)
    return made


@pytest.fixture
def report(area: Place, office: Office, warrant: Warrant) -> Report:
    made = actions.begin(
        area, kind=Report.Kind.HALF_YEAR, days=HALF, issuer=office, warrant=warrant
    )
    words = {"opening": "Sở báo cáo như sau.", "duties": "Nhiều xã chậm.", "next": "Đôn đốc."}
    return actions.write_words(
        made, words=words, number="12/BC-SYT", issued_at="Hải Dương", warrant=warrant,
        recipients="Ủy ban nhân dân tỉnh;\nCác xã",
    )  # fmt: skip


def desk(name: str, role: str, code: str) -> Client:
    """Return the browser of somebody who holds a role at a place."""
    warrant = system_warrant("test")
    user = add_person(name, name=f"{name.title()} Thị Mẫu", warrant=warrant)
    give_role(user, role, living(code), valid_from=OPENING, warrant=warrant)
    TOTP.activate(user, SECRET)
    return signed_in(user)
