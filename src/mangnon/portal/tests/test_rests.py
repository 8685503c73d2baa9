"""A clause lists the duties it set and what rests on it; they lead back; nobody late is shown."""

from datetime import date

import pytest

from mangnon import clock
from mangnon.access.doors import system_warrant
from mangnon.duties.actions import hand_down, put_duty
from mangnon.duties.deadlines import Deadline
from mangnon.duties.models import PublicDuty
from mangnon.legislation.models import Clause, Document
from mangnon.places.models import Office
from mangnon.places.tests.cast import BEFORE, put, small_area
from mangnon.procedures.models import Basis, Procedure
from tests.support.officers import living


@pytest.fixture
def plan(db):
    with clock.pinned(BEFORE):
        put(small_area(), system_warrant("test"))
        one = Document.objects.create(
            code="plan", kind="plan", title_vi="Kế hoạch", title_en="Plan", held=True
        )
        Clause.objects.create(
            document=one, anchor="dieu-5", level="dieu", label_vi="Điều 5", label_en="Article 5",
            text="Mọi xã quán triệt.",
        )  # fmt: skip
        yield one


def handed(plan, rule="communes", **words):
    office = Office.objects.create(
        code=f"o-{rule}", line="party", name_vi="Ban", name_en="B", place=living("north")
    )
    duty = put_duty(
        f"viec-{rule}", document=plan, clause=plan.clauses.get(), lead=office,
        title_vi="Quán triệt chỉ thị", title_en="Bring it down", warrant=system_warrant("test"),
    )  # fmt: skip
    if rule == "offices":
        words = {"offices": [office]}
    return hand_down(
        duty, within=living("north"), rule=rule, deadline=Deadline("by", date(2015, 9, 1)),
        warrant=system_warrant("test"), **words,
    )  # fmt: skip


def test_the_clause_shows_its_duty_by_level_and_day_and_no_place_that_owes_it(plan, client):
    handed(plan)
    page = client.get("/van-ban/plan/").content.decode()
    clause = page[page.index('id="dieu-5"') :]
    assert "Quán triệt chỉ thị" in clause[: clause.index("</article>")]
    assert "mọi xã, phường, thị trấn của Xã north, chậm nhất ngày 01/09/2015" in page
    assert "Xã n1" not in page and "Xã n2" not in page
    english = client.get("/en/documents/plan/").content.decode()
    assert "Bring it down" in english and "by 1 September 2015" in english


def test_what_is_handed_to_offices_by_name_stays_inside(plan, client):
    handed(plan, "offices")
    assert not PublicDuty.objects.exists()
    assert "Quán triệt chỉ thị" not in client.get("/van-ban/plan/").content.decode()


def test_a_procedure_that_rests_on_the_clause_stands_there_and_leads_back(plan, client):
    made = Procedure(code="ho-tro", name_vi="Hỗ trợ", name_en="Support", live=True,
                     level=Procedure.Level.values[0], field=Procedure.Field.values[0])  # fmt: skip
    made.save()
    Basis.objects.create(procedure=made, document=plan, article_vi="khoản 1 Điều 5")
    Basis.objects.create(procedure=made, document=plan, article_vi="Điều 5")
    page = client.get("/van-ban/plan/").content.decode()
    clause = page[page.index('id="dieu-5"') :]
    assert "/thu-tuc-hanh-chinh/ho-tro/" in clause[: clause.index("</article>")]
    assert "/van-ban/plan/#dieu-5" in client.get("/thu-tuc-hanh-chinh/ho-tro/").content.decode()
