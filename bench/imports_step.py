"""Step: bring one workbook into a province that stands; then the peer, with the same workbook."""

import random
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import psutil

from bench.children import as_step, say
from bench.machine import Watched
from bench.province import SEED, TODAY
from bench.stage import start_django

HEADINGS = ("Họ và tên", "Ngày sinh", "Giới tính", "Số định danh", "Xã, phường")
FAMILY = [
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Vũ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Ngô",
    "Dương",
    "Đoàn",
    "Đinh",
    "Phùng",
    "Mạc",
]
MIDDLE = [
    "Thị",
    "Văn",
    "Đức",
    "Minh",
    "Ngọc",
    "Thanh",
    "Hữu",
    "Quang",
    "Bảo",
    "Gia",
    "Khánh",
    "Hoài",
    "Thu",
    "Xuân",
]
GIVEN = [
    "An",
    "Bình",
    "Chi",
    "Dung",
    "Giang",
    "Hà",
    "Huy",
    "Khoa",
    "Lan",
    "Linh",
    "Long",
    "Mai",
    "Nam",
    "Nga",
    "Phong",
    "Quân",
    "Sơn",
    "Trang",
    "Vy",
]
PEER_ROWS = 2_000
Row = tuple[str, str, str, str, str]


def work(home: str, database: str, rows: int) -> dict[str, Any]:
    """Make the workbook, judge it, accept it, take it back; measure each, and the peer."""
    start_django(Path(home), database)
    from mangnon.access.doors import system_warrant
    from mangnon.imports import actions
    from mangnon.imports.sheets import sheet_of
    from mangnon.places.models import Kind, Place
    from mangnon.places.tree import Tree

    tree, warrant = Tree.on(TODAY), system_warrant("bench")
    area = Place.objects.get(kind=Kind.PROGRAMME_AREA)
    content = _book(_rows(rows, [unit.code for unit in tree if unit.is_leaf]))
    say(f"a workbook of {len(content):,} bytes")

    def brought() -> Any:
        one = actions.bring(sheet_of("children"), "tre.xlsx", content, place=area, warrant=warrant)
        columns = {int(at): code for at, code in one.layout["columns"].items()}
        return actions.choose_columns(one, columns, warrant=warrant)

    one = brought()
    found: dict[str, Any] = {"bytes": len(content)}
    held = _Held()
    found["judged"] = held.spent(lambda: actions.work(_read(one), warrant=warrant), rows)
    found["counts"] = _read(one).counts
    say(f"judged: {found['counts']}, {found['judged']}")
    actions.accept(_read(one), warrant=warrant)
    with _recounts() as recounts:
        found["accepted"] = held.spent(lambda: actions.work(_read(one), warrant=warrant), rows)
    found["accepted"]["recount_seconds"] = round(sum(recounts.seconds), 1)
    found["written"] = _read(one).written
    say(f"accepted: {found['written']}, {found['accepted']}")
    found["longest_ms"] = round(held.longest * 1000)
    found["peer"] = _peer(content)
    again = brought()  # the same file, against everybody who stands now
    found["again"] = held.spent(lambda: actions.work(_read(again), warrant=warrant), rows)
    found["again"]["counts"] = _read(again).counts
    actions.take_back(_read(one), warrant=warrant)
    found["taken_back"] = held.spent(lambda: actions.work(_read(one), warrant=warrant), rows)
    if _read(one).written or found["written"] < rows * 0.98:
        raise AssertionError(f"{found['written']} written, {_read(one).written} left")
    return found


class _Held:
    """Measures a step: rows a second, memory beyond what the process held, longest transaction."""

    def __init__(self) -> None:
        self.longest = 0.0

    def spent(self, step: Callable[[], object], rows: int) -> dict[str, Any]:
        before = psutil.Process().memory_info().rss / 1e6
        with Watched() as watched, _transactions() as transactions:
            step()
        self.longest = max([self.longest, *transactions.seconds])
        return {
            "rows_a_second": round(rows / watched.seconds), **watched.figures(),
            "more_mb": round(watched.peak_mb - before),
        }  # fmt: skip


class _TimedCalls:
    """Times each call of a function that a module holds, while a block runs."""

    def __init__(self, module: Any, name: str) -> None:
        self.module, self.name, self.seconds = module, name, list[float]()

    def __enter__(self) -> "_TimedCalls":
        self.real = real = getattr(self.module, self.name)

        def timed(*words: Any, **more: Any) -> Any:
            began = time.perf_counter()
            try:
                return real(*words, **more)
            finally:
                self.seconds.append(time.perf_counter() - began)

        setattr(self.module, self.name, timed)
        return self

    def __exit__(self, *_: object) -> None:
        setattr(self.module, self.name, self.real)


def _recounts() -> _TimedCalls:
    from mangnon.indicators import together

    return _TimedCalls(together, "recount_together")


def _transactions() -> _TimedCalls:
    """Time what is written of a chunk: nearly all of its transaction."""
    from mangnon.imports.actions import working

    return _TimedCalls(working, "_write_chunk")


def _read(one: Any) -> Any:
    from mangnon.imports.models import Import

    return Import.objects.select_related("place").get(pk=one.pk)


def _rows(count: int, communes: list[str]) -> Iterator[Row]:
    dice = random.Random(SEED)
    for number in range(count):
        born = TODAY - timedelta(days=dice.randrange(20, 15 * 365))
        girl = dice.random() < 0.48
        name = f"{dice.choice(FAMILY)} {dice.choice(MIDDLE)} {dice.choice(MIDDLE)} "
        yield (
            name + dice.choice(GIVEN), f"{born:%d/%m/%Y}", "Nữ" if girl else "Nam",
            f"0302{number:08}", dice.choice(communes),
        )  # fmt: skip


def _book(rows: Iterator[Row]) -> bytes:
    from openpyxl import Workbook

    made, file = Workbook(write_only=True), BytesIO()
    table = made.create_sheet("Trẻ em")
    for row in (HEADINGS, *rows):
        table.append(row)
    made.save(file)
    return file.getvalue()


def _peer(content: bytes) -> dict[str, Any]:
    """Read with openpyxl; save row by row what is sealed the same way; undo it."""
    from django.db import transaction
    from openpyxl import load_workbook

    began = time.perf_counter()
    table = load_workbook(BytesIO(content), read_only=True).worksheets[0]
    rows = list(table.iter_rows(min_row=2, values_only=True))
    read = time.perf_counter() - began
    homes = _homes()
    began = time.perf_counter()
    with transaction.atomic():
        for row in rows[:PEER_ROWS]:
            with transaction.atomic():
                _save(row, homes)
        saved = time.perf_counter() - began
        transaction.set_rollback(True)
    return {
        "read_rows_a_second": round(len(rows) / read),
        "saved_rows_a_second": round(min(PEER_ROWS, len(rows)) / saved),
    }


def _homes() -> dict[str, Any]:
    from mangnon.places.models import Place

    return {one.code: one for one in Place.objects.filter(valid_to__isnull=True)}


def _save(row: Any, homes: dict[str, Any]) -> None:
    from uuid import uuid4

    from mangnon.register.identity import seal_children
    from mangnon.register.models import Child, DataKey, Residence

    name, birth, sex, document, place = row
    day, month, year = map(int, birth.split("/"))
    uuid, born = uuid4(), date(year, month, day)
    sealed = seal_children([uuid], names=[name], documents=[f"9{document}"])
    key = DataKey(id=sealed.key_ids[0], wrapped=sealed.wrapped[0])
    key.save(force_insert=True)
    child = Child(
        uuid=uuid, data_key=key, name_sealed=sealed.texts[0][0],
        document_sealed=sealed.texts[1][0], sex="f" if sex == "Nữ" else "m", birth_date=born,
        home=homes[place],
    )  # fmt: skip
    child.save(force_insert=True)
    Residence(child=child, place=homes[place], valid_from=max(born, homes[place].valid_from)).save()


if __name__ == "__main__":
    as_step(work)
