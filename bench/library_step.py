"""Step: the library is filled, indexed, searched, read, judged on a day, and added to."""

import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bench.children import as_step, say
from bench.library_papers import PLANTED, Library, Paper
from bench.machine import Watched, percentiles
from bench.stage import start_django
from mangnon.text.folding import fold

TODAY = date(2026, 1, 15)
ALL, BROUGHT, PEERS, PAGES, ROUNDS = 20_000, 200, 60, 60, 5
_CHUNK = 200


def work(home: str, database: str, documents: int) -> dict[str, Any]:
    """Fill the database, then measure ours and the plain way."""
    start_django(Path(home), database)
    from django.conf import settings
    from django.core.management import call_command

    from mangnon import clock

    settings.ALLOWED_HOSTS = ["*"]
    call_command("migrate", verbosity=0)
    clock.pin(TODAY)
    papers = _fill(Library(), documents)
    found: dict[str, Any] = {"ours": {}, "peer": {}}
    with Watched() as watched:
        from mangnon.finding.actions import rebuild

        rebuild()
    say(f"indexed in {watched.seconds:.1f} s")
    found["indexed"] = watched.figures()
    _search(papers, found)
    _read(documents, found)
    _bring_in(documents, found)
    _judge(documents, found)
    return found


def _row(one: Paper) -> Any:
    from mangnon.legislation.models import Document, number_key

    return Document(
        code=f"d{one.at}", number=one.number, number_key=number_key(one.number), kind=one.kind,
        issuer_vi=one.issuer, issuer_en=one.issuer, title_vi=one.title, title_en=one.title,
        field_vi=one.field, field_en=one.field, issued_on=one.issued_on, held=True,
        in_force_from=one.issued_on + timedelta(days=45),
    )  # fmt: skip


def _fill(library: Library, documents: int) -> list[tuple[int, dict[str, str]]]:
    """Write documents with their clauses by columns; return what was planted in which."""
    from mangnon.bulk import write_rows
    from mangnon.legislation.models import Clause, Document
    from mangnon.legislation.reading.parting import parted

    planted, waiting = [], list[Paper]()

    def write() -> None:
        made = Document.objects.bulk_create([_row(one) for one in waiting])
        columns = ["document_id", "position", "level", "unplaced", "anchor", "label_vi",
                   "label_en", "text"]  # fmt: skip
        write_rows(Clause, columns, (
            (row.pk, n, p.level, p.unplaced, p.anchor, p.label_vi, p.label_en, p.text)
            for row, one in zip(made, waiting, strict=True)
            for n, p in enumerate(parted(one.text))
        ))  # fmt: skip
        waiting.clear()

    for one in library.papers(documents):
        planted.append((one.at, one.planted))
        waiting.append(one)
        if len(waiting) == _CHUNK:
            write()
    write()
    say(f"{documents:,} documents written")
    return planted


def _search(planted: Sequence[tuple[int, dict[str, str]]], found: dict[str, Any]) -> None:
    """Ask for every phrase with marks and without; the clause opened must hold it."""
    from django.test import Client

    from mangnon.finding.searching import search
    from mangnon.legislation.models import Clause

    held = {f"d{at}": phrases for at, phrases in planted}
    asked = [*PLANTED, *map(fold, PLANTED), "1/2005/nd-cp", "zzqx", "tre em khuyet tat bao hiem"]
    ours, wrong = found["ours"], []
    search("a", "vi")  # reads the shelf
    ours["search_ms"] = _timed(asked, lambda text: search(text, "vi"))
    client = Client()
    client.get("/tim-kiem/?q=a")
    ours["search_page_ms"] = _timed(asked, lambda text: client.get("/tim-kiem/", {"q": text}))
    client.get("/van-ban/?q=a")
    ours["library_page_ms"] = _timed(
        asked, lambda text: client.get("/van-ban/", {"q": text, "hieu-luc": "in_force"})
    )
    for phrase in PLANTED:
        for one in search(fold(phrase), "vi").results:
            anchor = held[one.entry.key].get(phrase, "")
            opened = one.spot.anchor if one.spot else ""
            if len(phrase.split()) > 2 and not opened.startswith(anchor or "-"):
                wrong.append(f"{phrase}: {one.entry.key}#{opened}, planted in {anchor}")
    ours["wrong"] = wrong[:5]
    plain = [*PLANTED][:4]
    found["peer"]["search_ms"] = _timed(
        plain, lambda text: list(Clause.objects.filter(text__icontains=text)[:10]), rounds=1
    )


def _read(documents: int, found: dict[str, Any]) -> None:
    """Read pages of documents that no snapshot answers, in both languages."""
    from django.test import Client

    client = Client()
    client.get("/van-ban/d0/?q=a")
    step = max(1, documents // PAGES)
    codes = [f"d{at}" for at in range(0, documents, step)][:PAGES]

    def read(code: str) -> None:
        answer = client.get(f"/van-ban/{code}/", {"q": "tre em"})
        assert answer.status_code == 200, code

    found["ours"]["page_ms"] = _timed(codes, read, rounds=2)


def _bring_in(documents: int, found: dict[str, Any]) -> None:
    """Bring a spreadsheet of documents with their Word files in, and documents one by one."""
    import csv
    import io

    from mangnon.access.doors import system_warrant
    from mangnon.finding.actions import refresh
    from mangnon.legislation.actions import put_text
    from mangnon.legislation.actions.bringing import bring_many
    from mangnon.legislation.bringing.files import Beside
    from mangnon.legislation.models import Clause
    from mangnon.legislation.reading.files import pasted
    from mangnon.legislation.reading.parting import parted
    from tests.support.library import word_file

    warrant = system_warrant("bench")
    fresh = list(Library(seed=7).papers(2 * BROUGHT + PEERS, first=documents))
    listed, table = fresh[:BROUGHT], io.StringIO()
    sheet = csv.writer(table)
    sheet.writerow(["number", "kind", "title_vi", "issuer_vi", "issued_on", "files"])
    for one in listed:
        sheet.writerow([
            one.number, one.kind, one.title, one.issuer, f"{one.issued_on:%d/%m/%Y}",
            f"{one.at}.docx",
        ])  # fmt: skip
    files = {f"{one.at}.docx": word_file(*one.text.split("\n")) for one in listed}
    beside = Beside((name, lambda content=content: content) for name, content in files.items())
    with Watched() as watched:
        done = bring_many(
            "van-ban.csv", table.getvalue().encode(), beside, dry_run=False, warrant=warrant
        )
    assert (done.added, done.files, done.faults) == (BROUGHT, BROUGHT, []), done
    found["ours"]["brought_in"] = round(BROUGHT / watched.seconds, 1)
    found["ours"]["bringing"] = watched.figures()
    began = time.perf_counter()
    for one in fresh[BROUGHT : 2 * BROUGHT]:
        row = _row(one)
        row.save()
        put_text(row, pasted(one.text), warrant=warrant)
    found["ours"]["pasted_in"] = round(BROUGHT / (time.perf_counter() - began), 1)
    began = time.perf_counter()
    for one in fresh[2 * BROUGHT :]:
        row = _row(one)
        row.save()
        for n, p in enumerate(parted(one.text)):
            Clause(document=row, position=n, level=p.level, anchor=p.anchor, text=p.text).save()
        refresh("document", [row.code])
    found["peer"]["brought_in"] = round(PEERS / (time.perf_counter() - began), 1)


def _judge(documents: int, found: dict[str, Any]) -> None:
    """Ask how 20,000 documents with 30,000 relations stand; the plain way asks one by one."""
    import random

    from mangnon.legislation.library import Library as Held
    from mangnon.legislation.models import Document, Relation
    from mangnon.legislation.queries import standings_around, standings_at

    more = []
    for n in range(max(0, ALL - documents)):
        day = date(2005, 1, 1) + timedelta(days=n % 7000)
        more.append(
            Document(code=f"e{n}", kind="decision", title_vi=f"Văn bản {n}", issuer_vi="Chính phủ",
                     issued_on=day, in_force_from=day + timedelta(days=45))
        )  # fmt: skip
    Document.objects.bulk_create(more, batch_size=1000)
    ids = list(Document.objects.order_by("issued_on", "pk").values_list("pk", flat=True)[:ALL])
    chance = random.Random(3)
    kinds = ("replaces", "amends", "basis", "basis", "abrogates", "suspends")
    ties = {
        (chance.choice(kinds), at, chance.randrange(at))
        for at in (chance.randrange(1, len(ids)) for _ in range(30_000))
    }
    Relation.objects.bulk_create(
        (Relation(kind=kind, source_id=ids[a], target_id=ids[b], part=kind == "amends")
         for kind, a, b in sorted(ties)), batch_size=2000,
    )  # fmt: skip
    found["ours"]["standings_s"] = _best(lambda: standings_at(TODAY))
    found["ours"]["library_read_s"] = _best(lambda: Held(TODAY))
    some = ids[:: max(1, len(ids) // 100)]
    one_by_one = _best(lambda: [standings_around([pk], TODAY) for pk in some])
    found["peer"]["standings_s"] = round(one_by_one * len(ids) / len(some), 1)
    found["documents_judged"] = len(ids)


def _best(act: Callable[[], object], times: int = 3) -> float:
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        act()
        taken.append(time.perf_counter() - began)
    return round(min(taken), 3)


def _timed(
    asked: Sequence[str], one: Callable[[str], Any], rounds: int = ROUNDS
) -> dict[str, float]:
    times, cpu = [], []
    for _ in range(rounds):
        for text in asked:
            began, spent = time.perf_counter(), time.process_time()
            one(text)
            times.append(time.perf_counter() - began)
            cpu.append(time.process_time() - spent)
    found = percentiles(times)
    found["own_cpu_p95"] = percentiles(cpu)["p95"]
    return found


if __name__ == "__main__":
    as_step(work)
