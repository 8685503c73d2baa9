"""Step: a report on the whole province is gathered, signed and printed, over and over."""

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from bench.children import as_step, say
from bench.machine import percentiles
from bench.stage import start_django

TIMES = 10
HALF = (date(2025, 7, 1), date(2025, 12, 31))
HANDED = date(2025, 9, 1)


def work(home: str, database: str, duties: int) -> dict[str, Any]:
    """Fill the database with the whole reference province, hand duties down, measure."""
    start_django(Path(home), database)
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from mangnon import clock
    from mangnon.portal.tests import province

    clock.pin(province.TODAY)
    say("the reference pack, figures of every year for 207 and 64 communes")
    province.build(Path(home), districts=None)
    say(f"{duties} duties handed down to every commune")
    report = _report(duties)
    from mangnon.reports.content import content, gather
    from mangnon.reports.printing.pdf import pdf
    from mangnon.reports.printing.word import word

    told = content(report)
    return {
        "assignments": duties * 64,
        "gather_ms": _timed(lambda: gather(report)),
        "pdf_ms": _timed(lambda: pdf(content(report), draft=True)),
        "word_ms": _timed(lambda: word(content(report), draft=True)),
        "pdf_kb": round(len(pdf(told, draft=True)) / 1024),
    }


def _report(duties: int) -> Any:
    from mangnon import clock
    from mangnon.access.doors import demonstration_warrant
    from mangnon.duties.actions import hand_down, put_duty
    from mangnon.duties.deadlines import Deadline, Kind
    from mangnon.legislation.models import Document
    from mangnon.places.models import Office, Place
    from mangnon.reports.actions import begin

    warrant, area = demonstration_warrant(), Place.objects.get(code="HD")
    office, paper = Office.objects.get(code="so-y-te-hai-phong"), Document.objects.first()
    with clock.pinned(HANDED):
        for number in range(duties):
            duty = put_duty(
                f"duty-{number}", document=paper, lead=office, title_vi=f"Nhiệm vụ số {number}",
                title_en=f"Duty {number}", original_not_held=True, warrant=warrant,
            )  # fmt: skip
            deadline = Deadline(Kind.BY, date(2025, 10, 15))
            hand_down(duty, within=area, rule="communes", deadline=deadline, warrant=warrant)
    return begin(area, kind="half_year", days=HALF, issuer=office, warrant=warrant)


def _timed(once: Callable[[], object]) -> dict[str, float]:
    once()
    found = []
    for _ in range(TIMES):
        began = time.perf_counter()
        once()
        found.append(time.perf_counter() - began)
    return percentiles(found)


if __name__ == "__main__":
    as_step(work)
