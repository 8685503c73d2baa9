"""Step: documents are written and indexed three times; each index answers every query."""

import os
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.children import as_step, say
from bench.machine import Watched, percentiles
from bench.papers import Library
from bench.stage import environment

ROUNDS, SHOWN = 5, 10
LONGEST = 10  # seconds that a peer may think about one question
_CHUNK = 500


def work(home: str, database: str, documents: int) -> dict[str, Any]:
    """Fill the database, then measure ours and modelsearch with and without our folding."""
    _start(Path(home), database)
    library = Library()
    _fill(library, documents)
    asked = queries(library)
    found = {"ours": _ours(asked)}
    for peer in ("stock", "folded"):
        found[peer] = _peer(asked, peer)
        say(f"{peer}: {found[peer]['search_ms']['p95']} ms")
    return found


def _start(home: Path, database: str) -> None:
    """Start Django with the peers among the applications of this process alone."""
    os.environ.update(environment(home, database))
    from mangnon.settings import apps

    apps.INSTALLED_APPS += ["bench.peers.stock.apps.StockConfig"]  # Wagtail brings modelsearch
    import django

    django.setup()
    from django.conf import settings

    settings.ALLOWED_HOSTS = ["*"]


def _fill(library: Library, documents: int) -> None:
    from django.core.management import call_command
    from django.db import connection

    from bench.peers.stock.models import Folded, Paper
    from mangnon.finding.models import Synonym
    from mangnon.text.folding import fold
    from mangnon.text.tone import exact

    call_command("migrate", verbosity=0)
    with connection.schema_editor() as editor:
        editor.create_model(Paper)
        editor.create_model(Folded)
    rows = [
        Paper(number=one.number, year=one.year, place=one.place, title=one.title, body=one.body)
        for one in library.papers(documents)
    ]
    Paper.objects.bulk_create(rows, batch_size=_CHUNK)
    folded = (Folded(title=fold(exact(o.title)), body=fold(exact(o.body))) for o in rows)
    Folded.objects.bulk_create(folded, batch_size=_CHUNK)
    for words, means in (("UBND", "Ủy ban nhân dân"), ("BVTE", "bảo vệ trẻ em")):
        Synonym.objects.create(words=words, means=means)
    say(f"{documents:,} documents written")


Check = Callable[[list[int], int], bool]  # the first ten, and how many in all


def queries(library: Library) -> list[tuple[str, Check]]:
    """Give every query of the facts, with what is right."""
    held = library.planted

    def all_of(*phrases: str) -> set[int]:
        return set().union(*(held[one] for one in phrases))

    def exactly(wanted: Collection[int]) -> Check:
        return lambda first, total: total == len(wanted) and set(first) <= set(wanted)

    def first_are(wanted: Collection[int], also: Collection[int]) -> Check:
        return lambda first, total: (
            total == len(set(wanted) | set(also)) and set(first[: len(wanted)]) <= set(wanted)
        )

    def first_is(at: int) -> Check:
        return lambda first, total: first[:1] == [at]

    nothing: Check = lambda first, total: total == 0  # noqa: E731
    duong = ("con đường", "họ Dương", "suy dinh dưỡng thấp còi")
    tre = ("trẻ em", "bảo vệ trẻ em", "trẻ em khuyết tật")
    hoa, thuy = ("Thái Hoà", "Thái Hòa"), ("nước thủy", "nước thuỷ")
    decisions = ("quyet dinh", "Quyết định", "QUYẾT ĐỊNH")
    offices, bvte = ("UBND", "Ủy ban nhân dân"), ("BVTE", "bảo vệ trẻ em")
    return [
        *((typed, exactly(held["quyết định"])) for typed in decisions),
        *((typed, exactly(held["đăng ký khai sinh"])) for typed in ("dang ky", "khai sinh")),
        ("duong", exactly(all_of(*duong))),
        ("đường", first_are(held["con đường"], all_of(*duong))),
        ("Dương", first_are(held["họ Dương"], all_of(*duong))),
        *((typed, exactly(all_of(*hoa))) for typed in ("thái hoà", "thái hòa", "thai hoa")),
        *((typed, first_are(all_of(*thuy), all_of(*thuy))) for typed in ("nước thuỷ", "nước thủy")),
        *((typed, first_is(0)) for typed in ("1/2005/NĐ-CP", "1/2005/nd-cp", "1 2005 nd cp")),
        ("nghị định 1/2005/NĐ-CP", first_is(0)),
        *((typed, exactly(all_of(*offices))) for typed in ("UBND", "ủy ban nhân dân")),
        *((typed, exactly(all_of(*bvte))) for typed in ("BVTE", "bảo vệ trẻ em")),
        *((typed, exactly(all_of(*tre))) for typed in ("trẻ em", "tre em")),
        ("trẻ em khuyết tật", exactly(held["trẻ em khuyết tật"])),
        ("suy dinh duong thap coi", exactly(held["suy dinh dưỡng thấp còi"])),
        ("bao hiem y te", exactly(held["bảo hiểm y tế"])),
        ("tong dai 111", exactly(held["Tổng đài 111"])),
        *((typed, nothing) for typed in ('"', '"' * 10_240, "' OR 1=1 --", "zzqx", "")),
    ]  # fmt: skip


def _ours(asked: list[tuple[str, Check]]) -> dict[str, Any]:
    from django.test import Client

    from mangnon.finding.actions import rebuild
    from mangnon.finding.searching import search

    _offer_papers()
    with Watched() as watched:
        rebuild()
    found: dict[str, Any] = {"built_seconds": round(watched.seconds, 1), **watched.figures()}
    say(f"built in {watched.seconds:.1f} s")
    client = Client()
    client.get("/tim-kiem/?q=a")  # compiles the templates
    found["page_ms"], found["slowest"] = _timed(
        asked, lambda text: client.get("/tim-kiem/", {"q": text}).status_code
    )
    found["search_ms"], _ = _timed(asked, lambda text: search(text, "vi"))

    def answered(text: str) -> tuple[list[int], int]:
        answer = search(text, "vi")
        first = [int(one.entry.key) for one in answer.results]
        return ([], 0) if answer.nearest else (first, answer.total)

    found["wrong"] = [text[:30] for text, right in asked if not right(*answered(text))]
    found["slip"] = search("quyet dinnh", "vi").suggestion
    return found


def _offer_papers() -> None:
    """Have the documents found as any subject would."""
    from datetime import date

    from bench.peers.stock.models import Paper
    from mangnon.finding import providing
    from mangnon.finding.providing import Offer, Provider
    from mangnon.text.sentence import Sentence

    def offers(keys: Collection[str] | None) -> Iterator[Offer]:
        rows = Paper.objects.order_by("pk")
        for one in rows.iterator(chunk_size=_CHUNK):
            yield Offer(
                str(one.pk - 1), "vi", f"/van-ban/{one.pk}/", one.title, body=one.body,
                label=one.number, on=date(one.year, 6, 1), places=(one.place,),
                numbers=(one.number,),
            )  # fmt: skip

    for one in providing.providers():
        providing.withdraw(one.kind)
    providing.provide(Provider("document", Sentence("Văn bản", "Documents"), offers))


def _peer(asked: list[tuple[str, Check]], peer: str) -> dict[str, Any]:
    """Ask modelsearch: what was typed as it is, or our words of it over folded documents."""
    from modelsearch.backends import get_search_backend

    from bench.peers.stock.models import Folded, Paper
    from mangnon.text.folding import words

    model, backend = (Paper if peer == "stock" else Folded), get_search_backend()
    began = time.perf_counter()
    rebuilder = backend.rebuilder_class(backend.get_index_for_model(model))
    index = rebuilder.start()
    for first in range(0, model.objects.count(), _CHUNK):
        index.add_items(model, list(model.objects.order_by("pk")[first : first + _CHUNK]))
    rebuilder.finish()
    built = round(time.perf_counter() - began, 1)

    def answered(text: str) -> tuple[list[int], int]:
        typed = text if peer == "stock" else " ".join(words(text)[:16])
        if not typed:
            return [], 0
        found = backend.search(typed, model)
        return [one.pk - 1 for one in found[:SHOWN]], found.count()

    given: dict[str, tuple[list[int], int]] = {}
    raised: dict[str, str] = {}

    def tried(text: str) -> None:
        try:
            with _cut_off():
                given[text] = answered(text)
        except Exception as error:  # noqa: BLE001  (what it raises is part of what is measured)
            raised[text[:30]] = type(error).__name__

    times, slowest = _timed(asked, tried, rounds=1)
    wrong = [text[:30] for text, right in asked if text not in given or not right(*given[text])]
    return {
        "built_seconds": built, "search_ms": times, "slowest": slowest, "wrong": wrong,
        "raised": raised,
    }  # fmt: skip


@contextmanager
def _cut_off() -> Iterator[None]:
    """End a question of a peer's that takes longer than anybody waits."""
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"SET statement_timeout = {LONGEST * 1000}")
            yield
            cursor.execute("SET statement_timeout = 0")
            return
    end = time.monotonic() + LONGEST
    connection.connection.set_progress_handler(lambda: time.monotonic() > end, 10_000)
    try:
        yield
    finally:
        connection.connection.set_progress_handler(None, 0)


def _timed(
    asked: list[tuple[str, Check]], one: Callable[[str], Any], rounds: int = ROUNDS
) -> tuple[dict[str, float], str]:
    """Ask every query some rounds; give the percentiles, and which query was slowest."""
    times: list[tuple[float, float, str]] = []
    for _ in range(rounds):
        for text, _right in asked:
            began, spent = time.perf_counter(), time.process_time()
            one(text)
            took = time.perf_counter() - began
            times.append((took, time.process_time() - spent, text[:30]))
    found = percentiles([took for took, _, _ in times])
    # What this process itself worked for: all of it on SQLite, our part on PostgreSQL.
    found["own_cpu_p95"] = percentiles([spent for _, spent, _ in times])["p95"]
    return found, max(times)[2]


if __name__ == "__main__":
    as_step(work)
