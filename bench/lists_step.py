"""Step: two officers turn pages and search, each answer a whole page; then the peer does."""

import random
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil

from bench.children import as_step, say
from bench.machine import percentiles
from bench.roster_step import TYPED
from bench.stage import start_django

ROUNDS, PAGES = 8, 12
_NEXT = re.compile(r'href="([^"]+)" rel="next"')


def work(home: str, database: str) -> dict[str, Any]:
    """Measure ours through Django's own client, then the peer."""
    start_django(Path(home), database)
    from django.conf import settings

    settings.ALLOWED_HOSTS = ["*"]
    officers = _officers()
    found: dict[str, Any] = {}
    for who, client in officers.items():
        client.get("/desk/tre-em/")  # reads the roster, compiles the templates
        found[f"list_{who}_ms"] = percentiles(_lists(client))
        found[f"search_{who}_ms"] = percentiles(_searches(client))
        say(f"{who}: {found[f'list_{who}_ms']['p95']} ms, {found[f'search_{who}_ms']['p95']} ms")
    found |= _export(officers["area"])
    found["peer"] = _peers()
    return found


def _officers() -> dict[str, Any]:
    """Give the browsers of an officer of everything and one of a commune."""
    from datetime import date

    from allauth.mfa.totp.internal.auth import TOTP

    from mangnon.access.actions import add_person, give_role
    from mangnon.access.doors import system_warrant
    from mangnon.places.actions import belong
    from mangnon.places.gazetteer import BelongingRow
    from mangnon.places.models import Kind, Place
    from tests.support.desk import signed_in
    from tests.support.officers import SECRET

    warrant, since = system_warrant("bench"), date(2005, 1, 1)
    area = Place.objects.create(
        code="area", kind=Kind.PROGRAMME_AREA, style="tinh", name_vi="Tỉnh", name_en="Area",
        sort_key="tinh", valid_from=since,
    )  # fmt: skip
    communes = list(Place.objects.filter(kind=Kind.COMMUNE).order_by("pk"))
    belong([BelongingRow(c.key, area.key, since, None) for c in communes], warrant=warrant)
    clients = {}
    for name, role, place in (
        ("area", "supervising_officer", area), ("commune", "child_officer", communes[7]),
    ):  # fmt: skip
        user = add_person(name, name=name, warrant=warrant)
        give_role(user, role, place, valid_from=since, warrant=warrant)
        TOTP.activate(user, SECRET)
        clients[name] = signed_in(user)
    return clients


def _timed(one: Callable[[], Any]) -> tuple[float, Any]:
    began = time.perf_counter()
    answer = one()
    return time.perf_counter() - began, answer


def _lists(client: Any) -> list[float]:
    """Turn pages one after the other, by name and by birth, with and without filters."""
    times = []
    for asked in ("", "?xep=youngest", "?gioi=f&tuoi_tu=3&tuoi_den=5", "?tinh_trang=left"):
        for _ in range(ROUNDS // 4 or 1):
            address = f"/desk/tre-em/{asked}"
            for _page in range(PAGES):
                spent, answer = _timed(lambda address=address: client.get(address))
                times.append(spent)
                onward = _NEXT.search(_checked(answer))
                if onward is None:
                    break
                address = onward.group(1).replace("&amp;", "&")
    return times


def _searches(client: Any) -> list[float]:
    """Search as the box does: what is typed goes in the body, the answer is what it leads to."""
    times = []
    for _ in range(ROUNDS):
        for text in TYPED:
            spent, answer = _timed(
                lambda text=text: client.post("/desk/tre-em/tim/", {"q": text}, follow=True)
            )
            _checked(answer)
            times.append(spent)
    return times


def _checked(answer: Any) -> str:
    if answer.status_code != 200:
        raise AssertionError(f"answered {answer.status_code}")
    return str(answer.content.decode())


def _export(client: Any) -> dict[str, Any]:
    """Take the whole list away without names, and see how much memory that took."""
    process = psutil.Process()
    before = process.memory_info().rss
    most, began = before, time.perf_counter()
    answer = client.post("/desk/tre-em/xuat/", {"kind": "csv", "reason": "check"})
    for number, _piece in enumerate(answer.streaming_content):
        if number % 5000 == 0:
            most = max(most, process.memory_info().rss)
    spent = time.perf_counter() - began
    return {"export_seconds": round(spent, 1), "export_mb": round((most - before) / 1e6)}


def _peers() -> dict[str, Any]:
    """Plain Django: names in clear, a paginator with offsets and counts, icontains."""
    from django.core.paginator import Paginator
    from django.db import models
    from django.template import engines

    from mangnon.places.models import Kind, Place

    class Clear(models.Model):
        name = models.CharField(max_length=120)
        home_id = models.BigIntegerField()
        birth_date = models.DateField()

        class Meta:
            app_label = "register"
            db_table = "bench_clear"
            managed = False

    template = engines["django"].from_string(
        '{% extends "ui/desk.html" %}{% block content %}<ul class="rows">{% for c in rows %}<li>'
        "<b>{{ c.name }}</b> {{ c.birth_date.year }}</li>{% endfor %}</ul>{{ count }}"
        "{% endblock %}"
    )
    chance = random.Random(1)

    def turned(rows: Any) -> str:
        pages = Paginator(rows.order_by("name", "pk"), 50)
        page = pages.page(1 + int(chance.random() * (pages.num_pages - 1)))
        return str(template.render({"rows": list(page), "count": pages.count}))

    def searched(rows: Any, text: str) -> str:
        for word in text.split():
            if not word[0].isdigit():
                rows = rows.filter(name__icontains=word)
        some = list(rows.order_by("name")[:30])
        return str(template.render({"rows": some, "count": rows.count()}))

    commune = Place.objects.filter(kind=Kind.COMMUNE).order_by("pk")[7]
    found = {}
    everybody = Clear.objects.all()
    for who, rows in (("area", everybody), ("commune", everybody.filter(home_id=commune.pk))):
        lists = [_timed(lambda rows=rows: turned(rows))[0] for _ in range(20)]
        finds = [_timed(lambda rows=rows, text=text: searched(rows, text))[0] for text in TYPED]
        found[f"list_{who}_ms"] = percentiles(lists)
        found[f"search_{who}_ms"] = percentiles(finds)
    return found


if __name__ == "__main__":
    as_step(work)
