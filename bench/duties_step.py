"""Step: hand every clause down to every commune, let a year pass, and ask as officers do."""

import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import psutil

from bench.children import as_step, say
from bench.machine import percentiles
from bench.stage import start_django

SINCE, ROUNDS = date(2005, 1, 1), 40
DISTRICTS = 700


def work(home: str, database: str, clauses: int, communes: int) -> dict[str, Any]:
    """Make the country and its duties, then measure ours and the peer."""
    start_django(Path(home), database)
    from django.conf import settings
    from django.core.management import call_command
    from django.urls import reverse

    call_command("migrate", verbosity=0)
    settings.ALLOWED_HOSTS = ["*"]
    root, districts, leaves = _country(communes)
    officers = {
        "area": _officer("supervising_officer", root),
        "district": _officer("supervising_officer", districts[3]),
        "commune": _officer("child_officer", leaves[7]),
    }
    found = _made(root, clauses)
    _a_year_passes()
    late, mine = reverse("duties:late"), reverse("duties:mine")
    duty = reverse("duties:duty", args=["bench-0"])
    for what, who, address in (
        ("late", "area", late), ("late_district", "district", late),
        ("list", "commune", mine), ("duty", "area", duty),
    ):  # fmt: skip
        found[f"{what}_ms"] = percentiles(_asked(officers[who], address))
        say(f"{what}: {found[f'{what}_ms']['p95']} ms")
    found["peer"] = _peers(found["assignments"])
    return found


def _country(communes: int) -> tuple[Any, list[Any], list[Any]]:
    from mangnon.access.doors import system_warrant
    from mangnon.places.actions import belong
    from mangnon.places.gazetteer import BelongingRow
    from mangnon.places.models import Kind, Place

    def some(kind: str, count: int) -> list[Any]:
        return Place.objects.bulk_create(
            Place(code=f"{kind[0]}{n}", kind=kind, style="xa", name_vi=f"Nơi {kind[0]}{n}",
                  name_en=f"Place {n}", sort_key=f"{kind[0]}{n:06}", valid_from=SINCE)
            for n in range(count)
        )  # fmt: skip

    (root,) = some(Kind.PROGRAMME_AREA, 1)
    districts = some(Kind.DISTRICT, min(DISTRICTS, communes // 10))
    leaves = some(Kind.COMMUNE, communes)
    rows = [BelongingRow(one.key, root.key, SINCE, None) for one in districts]
    rows += [
        BelongingRow(one.key, districts[n % len(districts)].key, SINCE, None)
        for n, one in enumerate(leaves)
    ]
    belong(rows, warrant=system_warrant("bench"))
    return root, districts, leaves


def _officer(role: str, place: Any) -> Any:
    from allauth.mfa.totp.internal.auth import TOTP

    from mangnon.access.actions import add_person, give_role
    from mangnon.access.doors import system_warrant
    from tests.support.desk import signed_in
    from tests.support.officers import SECRET

    warrant = system_warrant("bench")
    user = add_person(f"{role}-{place.code}".lower(), name=place.code, warrant=warrant)
    give_role(user, role, place, valid_from=SINCE, warrant=warrant)
    TOTP.activate(user, SECRET)
    return signed_in(user)


def _made(root: Any, clauses: int) -> dict[str, Any]:
    """Hand each clause down to every commune of the country."""
    from mangnon import clock
    from mangnon.access.doors import system_warrant
    from mangnon.duties.actions import hand_down, put_duty
    from mangnon.duties.deadlines import Deadline, Kind
    from mangnon.duties.models import Assignment
    from mangnon.legislation.models import Document
    from mangnon.places.models import Office

    warrant, process = system_warrant("bench"), psutil.Process()
    lead = Office.objects.create(
        code="bench", line="state", name_vi="Bộ", name_en="Ministry", place=root
    )
    document = Document.objects.create(
        code="bench", number="1/CT", kind="Chỉ thị", title_vi="Chỉ thị", title_en="Directive"
    )
    before, most, began = process.memory_info().rss, 0, time.perf_counter()
    for number in range(clauses):
        duty = put_duty(
            f"bench-{number}", document=document, lead=lead, title_vi=f"Việc {number}",
            title_en=f"Duty {number}", original_not_held=True, warrant=warrant,
        )  # fmt: skip
        due = clock.today() + timedelta(days=10 * number + 1)
        hand_down(
            duty, within=root, rule="communes", deadline=Deadline(Kind.BY, due), warrant=warrant
        )
        most = max(most, process.memory_info().rss)
    spent = time.perf_counter() - began
    return {
        "assignments": Assignment.objects.count(),
        "make_seconds": round(spent, 1),
        "make_mb": round((most - before) / 1e6),
    }


def _a_year_passes() -> None:
    """Settle seven in ten in time; of the rest, some asked, some wait; nine in ten are due."""
    from django.db import connection
    from django.db.models import F
    from django.db.models.functions import Mod

    from mangnon import clock
    from mangnon.duties.models import Assignment

    lots = Assignment.objects.annotate(lot=Mod(F("pk"), 10))
    lots.filter(lot__lt=7).update(state="done", reported_on=F("due_on"))
    for lot, state in ((7, "questioned"), (8, "accepted")):
        lots.filter(lot=lot).update(state=state)
    clock.pin(clock.today() + timedelta(days=270))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _asked(client: Any, address: str) -> list[float]:
    client.get(address)  # compiles the templates
    return [_timed(lambda: _checked(client.get(address))) for _ in range(ROUNDS)]


def _timed(one: Callable[[], Any]) -> float:
    began = time.perf_counter()
    one()
    return time.perf_counter() - began


def _checked(answer: Any) -> None:
    if answer.status_code != 200:
        raise AssertionError(f"answered {answer.status_code}")


def _peers(assignments: int) -> dict[str, Any]:
    """A row at a time; and the last day counted when it is asked for."""
    from django.db import transaction

    from mangnon import clock
    from mangnon.audit.models import Actor
    from mangnon.duties.calendar import workdays
    from mangnon.duties.deadlines import last_day
    from mangnon.duties.models import Assignment, Step
    from mangnon.duties.states import OWED

    some = list(Assignment.objects.order_by("pk")[:1_000])
    actor = Actor.objects.earliest("pk")

    def saved() -> None:
        with transaction.atomic():
            for one in some:
                copy = Assignment(handing=one.handing, place_id=one.place_id,
                                  first_place_id=one.first_place_id, received_on=one.received_on,
                                  due_on=one.due_on)  # fmt: skip
                copy.office_id = one.handing.duty.lead_id
                copy.save()
                Step.objects.create(assignment=copy, act="hand_down", after="handed",
                                    day=one.received_on, by=actor)  # fmt: skip
            transaction.set_rollback(True)

    def late() -> int:
        today = clock.today()
        calendar = workdays(today)
        rows = Assignment.objects.filter(state__in=OWED).select_related("handing")
        days = (last_day(one.handing.deadline, one.received_on, calendar) for one in rows)
        return sum(day < today for day in days)

    return {
        "make_seconds": round(_timed(saved) * assignments / len(some), 1),
        "late_ms": percentiles([_timed(late) for _ in range(3)]),
    }


if __name__ == "__main__":
    as_step(work)
