"""What the routes of the private house lead to: a child, a duty, a paper in three communes."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client

from mangnon import clock
from mangnon.access.actions import give_role
from mangnon.access.doors import leave, system_warrant
from mangnon.audit.warrants import Warrant
from mangnon.duties import actions as duties
from mangnon.duties.deadlines import Deadline
from mangnon.duties.models import Assignment, Evidence
from mangnon.imports import actions as imports
from mangnon.imports.models import Import
from mangnon.imports.sheets import sheet_of
from mangnon.legislation.models import Document
from mangnon.linkage import actions as doubles
from mangnon.linkage.finding import Pair
from mangnon.linkage.models import Candidate
from mangnon.meetings import actions as meetings
from mangnon.meetings.details import Details, Plan
from mangnon.places.models import Office, Place
from mangnon.register import actions
from mangnon.register.access import token_of
from mangnon.register.models import AssistanceKind, Child, CircumstanceGroup
from mangnon.register.particulars import Particulars
from mangnon.reports.actions import begin as begin_report
from tests.support.desk import signed_in
from tests.support.kept import facilities, totals
from tests.support.led import led, task
from tests.support.library import papers
from tests.support.officers import living, officer
from tests.support.private_rows import CHILDREN, PEOPLE


@dataclass
class World:
    """The small area with a child in each of three communes, and everybody at her desk."""

    children: dict[str, Child]
    things: dict[str, dict[str, list[object]]]
    desks: dict[str, Client]


@contextmanager
def rolled_back() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def made() -> World:
    warrant = system_warrant("test")
    group = CircumstanceGroup.objects.create(
        code="g", law="old", name_vi="Khuyết tật", name_en="D", lasting=True,
        valid_from=date(2005, 1, 1),
    )  # fmt: skip
    kind = AssistanceKind.objects.create(code="k", name_vi="Học bổng", name_en="S", qualifies=True)
    world = World({}, defaultdict(dict), {})
    for code, name in CHILDREN.items():
        who = Particulars(name=name, sex="f", birth_date=date(2013, 3, 10), document="030213000123")
        one = actions.register_child(who, place=living(code), warrant=warrant)
        begun = actions.begin_circumstance(
            one, group=group, valid_from=date(2015, 1, 1), warrant=warrant
        )
        plan = actions.approve_plan(
            one, approved_on=date(2015, 2, 1), services=[(kind, date(2015, 9, 1))], warrant=warrant
        )
        outcome = actions.record_reintegration(
            one, reached_on=date(2015, 3, 1), in_family=True, in_school_or_care=True,
            no_new_harm=True, goals_met=True, warrant=warrant,
        )  # fmt: skip
        world.children[code] = one
        weighed = actions.record_measurement(
            one, measured_on=date(2015, 3, 1), weight_kg=11.0, warrant=warrant
        )
        mother = actions.set_guardian(
            one, None, relation="mother", name="Lê Thị Mẹ Mẫu", warrant=warrant
        )
        day = actions.open_weighday(
            place=living(code), day=date(2015, 5, 1), children=[one.pk], warrant=warrant
        )
        report = begin_report(
            living(code), kind="year", days=(date(2014, 1, 1), date(2014, 12, 31)), issuer=None,
            warrant=warrant,
        )  # fmt: skip
        world.things["report"][code] = [report.uuid]
        world.things["report_file"][code] = [report.uuid, "pdf"]
        world.things["spell"][code] = [token_of(begun, one)]
        world.things["service"][code] = [token_of(plan.services.get(), one)]
        world.things["plan"][code] = [token_of(plan, one)]
        world.things["outcome"][code] = [token_of(outcome, one)]
        world.things["weighing"][code] = [token_of(weighed, one)]
        world.things["guardian"][code] = [token_of(mother, one)]
        world.things["day"][code] = [day.uuid]
        world.things["import"][code] = [_brought(living(code), name, warrant).uuid]
    of_plan = task()
    for code in CHILDREN:
        for kind_of, named in led(living(code), of_plan, warrant).items():
            world.things[kind_of][code] = named
    for asker, here, there in (("an", "n1", "n2"), ("binh", "n2", "n1")):
        _asked(world, officer(asker), here, there)
    _doubles(world)
    _duties(world)
    _meetings(world)
    for code in CHILDREN:
        for kind_of, named in {**totals(living(code)), **facilities(living(code))}.items():
            world.things[kind_of][code] = named
    for kind_of, named in papers(warrant).items():
        world.things[kind_of]["n1"] = named
    chi = officer("chi")
    world.things["person"]["n1"] = [chi.uuid]
    # Lan gave Khách a role over the children of n1: it waits, and Khách is a citizen still.
    given = give_role(
        officer("khach"), "child_officer", living("n1"),
        warrant=leave(officer("lan"), "people.manage").warrant(),
    )  # fmt: skip
    world.things["batch"]["n1"] = [given.batch]
    world.things["holding"]["n1"] = [chi.uuid, chi.holdings.get().uuid]
    for name in PEOPLE:
        world.desks[name] = Client() if name == "stranger" else signed_in(officer(name))
    return world


def _brought(place: Place, name: str, warrant: Warrant) -> Import:
    """A spreadsheet of the commune's that names its child, judged."""
    rows = f"Họ và tên,Ngày sinh,Giới tính\n{name},10/3/2013,Nữ\n"
    one = imports.bring(
        sheet_of("children"), "tre.csv", rows.encode(), place=place, warrant=warrant
    )
    columns = {int(at): code for at, code in one.layout["columns"].items()}
    return imports.work(imports.choose_columns(one, columns, warrant=warrant), warrant=warrant)


def _asked(world: World, who, here: str, there: str) -> None:
    """An officer asks after the child of the other commune, and for its file."""
    warrant = leave(who, "register.ask").warrant("chuyển đến ở")
    asking = actions.ask_elsewhere(
        actions.Asked(CHILDREN[there], date(2013, 3, 10)), place=living(here),
        purpose="moved_in", reason="Gia đình chuyển đến ở", warrant=warrant,
    )  # fmt: skip
    transfer = actions.request_transfer(asking, reason="Gia đình chuyển đến ở", warrant=warrant)
    world.things["asking"][here] = [asking.uuid]
    world.things["asked_for"][here] = [transfer.uuid]
    world.things["asked_of"][there] = [transfer.uuid]


def _doubles(world: World) -> None:
    """The children of n1 and n2 look like one; two more were found to be one, and merged."""
    warrant = system_warrant("test")
    again = [
        actions.register_child(
            Particulars(name="Vũ Thị Na Mẫu", sex="f", birth_date=date(2014, 4, 4)),
            place=living(code), warrant=warrant,
        )
        for code in ("n1", "n2")
    ]  # fmt: skip
    for kind, (one, other) in (
        ("pair", (world.children["n1"], world.children["n2"])), ("merged_pair", again)
    ):  # fmt: skip
        doubles.stage([Pair(one.pk, other.pk, 0.9)], compared=2, warrant=warrant)
        found = Candidate.objects.get(first=one, second=other)
        if kind == "merged_pair":
            doubles.merge(found, one, warrant=warrant)
        for code in ("n1", "n2"):
            world.things[kind][code] = [found.uuid]


def _duties(world: World) -> None:
    """Each district has its communes do a duty; each proves it by a file, and asks for time."""
    warrant = system_warrant("test")
    office = Office.objects.create(code="btg", line="party", name_vi="Ban", name_en="Board",
                                   place=living("north"))  # fmt: skip
    duty = duties.put_duty(
        "quan-triet", title_vi="Quán triệt chỉ thị", title_en="Bring down the directive",
        document=Document.objects.create(code="ct", kind="Chỉ thị", title_vi="C", title_en="D"),
        lead=office, original_not_held=True, warrant=warrant,
    )  # fmt: skip
    world.things["duty"]["n1"] = [duty.code]
    for district in ("north", "south"):
        duties.hand_down(
            duty, within=living(district), rule="communes", warrant=warrant,
            deadline=Deadline("by", date(2015, 9, 1)),
        )  # fmt: skip
    for code in CHILDREN:
        held_there = Assignment.objects.get(place=living(code))
        duties.take(
            held_there, "ask", words="Làm ở đâu?", warrant=warrant,
            files=[_pdf("ke-hoach.pdf")],
        )  # fmt: skip
        duties.ask_extension(
            held_there, until=date(2015, 10, 1), reason="Chờ hội trường", warrant=warrant
        )
        proof = Evidence.objects.get(step__assignment=held_there)
        world.things["assignment"][code] = [held_there.uuid]
        world.things["step"][code] = [held_there.uuid, "report"]
        world.things["answer"][code] = [held_there.uuid, "withdraw"]
        world.things["proof"][code] = [held_there.uuid, proof.uuid]


def _meetings(world: World) -> None:
    """Each commune held a meeting, with minutes, that proves its duty together with a plan."""
    warrant, today = system_warrant("test"), clock.today()
    for code in CHILDREN:
        told = Details("conference", "Hội nghị Mẫu", today, living(code), hall="Hội trường Mẫu")
        met = meetings.put_meeting(told, warrant=warrant)
        minutes = meetings.add_file(met, _pdf("bien-ban.pdf"), "minutes", warrant=warrant)
        meetings.conclude(met, "Mỗi chi bộ có kế hoạch.", warrant=warrant)
        owed = Assignment.objects.get(place=living(code))
        plan = Plan(number="05-KH/ĐU", issued_on=today, file=_pdf("ke-hoach.pdf"))
        proof = meetings.prove(met, owed, plan, warrant=warrant)
        world.things["meeting"][code] = [met.uuid]
        world.things["named"][code] = [met.uuid, proof.uuid]
        world.things["minutes"][code] = [met.uuid, minutes.uuid]


def _pdf(name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, b"%PDF-1.7\n%%EOF")
