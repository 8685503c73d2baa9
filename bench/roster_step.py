"""Step: a fresh process reads the roster, searches and turns pages; then the peers do."""

import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil

from bench.children import as_step, say
from bench.machine import percentiles
from bench.stage import start_django

# As an officer types: plain, marked, in part, in another order, with a year.
TYPED = (
    "nguyen thi", "Nguyễn Thị Linh", "linh nguyen", "pham van minh", "vu ng", "hương 2015",
    "tran gia bao", "bui thi thu ha", "an", "le duc anh 12/2016", "thanh", "ngoc han",
)  # fmt: skip
ROUNDS, PEER_ROUNDS = 10, 1


def work(home: str, database: str) -> dict[str, Any]:
    """Measure ours, then plain Django over the clear copy."""
    start_django(Path(home), database)
    from mangnon.register.roster import roster as of_this_process

    before, roster = _memory(), of_this_process()
    communes = _communes()
    began, spent = time.perf_counter(), time.process_time()
    roster.search("nguyen thi", scope={communes[7]})  # a commune's officer comes first
    first_in_a_commune = time.perf_counter() - began
    roster.search("nguyen thi", scope=None)
    first_search = time.perf_counter() - began
    spent = time.process_time() - spent
    say(f"first search after {first_search:.1f} s, {_memory():.0f} MB")
    found: dict[str, Any] = {
        "first_search_of_a_commune_seconds": round(first_in_a_commune, 2),
        "first_search_seconds": round(first_search, 2),
        "first_search_cpu_seconds": round(spent, 2),
        "memory_mb_before": round(before),
        "memory_mb": round(_memory()),
        "memory_mb_peak": round(_peak()),
    }
    found.update(_ours(roster, communes))
    found["memory_mb_after_searches"] = round(_memory())
    found["one_change_seconds"] = _one_change(roster)
    roster.close()
    found["peer"] = _peers(communes)
    return found


def _memory() -> float:
    return float(psutil.Process().memory_info().rss) / 1e6


def _peak() -> float:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def _communes() -> list[int]:
    from mangnon.places.models import Place

    return list(Place.objects.order_by("pk").values_list("pk", flat=True))


def _timed(works: list[Callable[[], Any]]) -> dict[str, float]:
    times = []
    for one in works:
        began = time.perf_counter()
        one()
        times.append(time.perf_counter() - began)
    return percentiles(times)


def _ours(roster: Any, communes: list[int]) -> dict[str, Any]:
    from mangnon.register.roster import Filters

    def turned(scope: set[int] | None, sort: str, pages: int = 10) -> list[Callable[[], Any]]:
        at: list[Any] = [None]

        def turn() -> None:
            at[0] = roster.page(scope, Filters(), sort=sort, after=at[0], size=50).after

        return [turn] * pages

    scopes: dict[str, set[int] | None] = {"province": None, "commune": {communes[7]}}
    found = {}
    for name, scope in scopes.items():
        searches = [
            lambda text=text, scope=scope: roster.search(text, scope=scope) for text in TYPED
        ]
        found[f"search_{name}_ms"] = _timed(searches * ROUNDS)
        pages = turned(scope, "name") + turned(scope, "youngest")
        found[f"page_{name}_ms"] = _timed(pages * ROUNDS)
    return found


def _one_change(roster: Any) -> float:
    """Give the seconds from an act's beginning until a search shows it."""
    from mangnon.access.doors import demonstration_warrant
    from mangnon.register.actions import correct_identity
    from mangnon.register.models import Child
    from mangnon.register.particulars import Particulars

    child = Child.objects.order_by("pk")[1000]
    who = Particulars("Zyzzyva Thử", child.sex, child.birth_date)
    correct_identity(child, who, warrant=demonstration_warrant())
    began = time.perf_counter()
    hits = roster.search("zyzzyva", scope=None).hits
    if [hit.id for hit in hits] != [child.pk]:
        raise AssertionError("the change is not in the roster")
    return round(time.perf_counter() - began, 4)


def _peers(communes: list[int]) -> dict[str, Any]:
    """Plain Django over names in clear: icontains for each word, offset pages with a count."""
    from django.core.paginator import Paginator
    from django.db import models

    class Clear(models.Model):
        name = models.CharField(max_length=120)
        home_id = models.BigIntegerField()
        birth_date = models.DateField()

        class Meta:
            app_label = "register"
            db_table = "bench_clear"
            managed = False

    def search(text: str, home: int | None) -> None:
        rows = Clear.objects.filter(**({} if home is None else {"home_id": home}))
        for word in text.split():
            if not word[0].isdigit():
                rows = rows.filter(name__icontains=word)
        list(rows.order_by("name")[:20])
        rows.count()

    def page(home: int | None, share: float) -> None:
        rows = Clear.objects.filter(**({} if home is None else {"home_id": home}))
        pages = Paginator(rows.order_by("name", "pk"), 50)
        list(pages.page(1 + int(share * (pages.num_pages - 1))))

    found = {}
    deep = random.Random(1)
    for name, home in (("province", None), ("commune", communes[7])):
        works = [lambda text=text, home=home: search(text, home) for text in TYPED]
        found[f"search_{name}_ms"] = _timed(works * PEER_ROUNDS)
        turns = [lambda home=home: page(home, deep.random()) for _ in range(20)]
        found[f"page_{name}_ms"] = _timed(turns)
    return found


if __name__ == "__main__":
    as_step(work)
