"""``mangnon audit``: seal the entries, check them, look into them."""

import sys
from datetime import date
from itertools import islice
from pathlib import Path
from threading import Event, Thread
from typing import TextIO

import click
from django.db import connection

from mangnon.access.doors import operator_warrant
from mangnon.audit import exports, queries, sealing, triggers
from mangnon.audit.actions import read
from mangnon.audit.guarding import unguarded
from mangnon.audit.models import Entry
from mangnon.audit.verifying import Walk, verify
from mangnon.cli.dates import DAY
from mangnon.clock import ZONE
from mangnon.desk.telling import Line, lines

WRONG = 1
PAGE = 500  # entries whose names are looked up at once
FILE = click.Path(path_type=Path, dir_okay=False)


@click.group("audit")
def audit_group() -> None:
    """Nhật ký truy vết / The audit chain."""


@audit_group.command("seal")
@click.option("--every", type=click.FloatRange(1), help="Lặp lại sau ngần ấy giây / Repeat.")
@click.option("--until-closed", is_flag=True, hidden=True)
def seal_command(every: float | None, until_closed: bool) -> None:
    """Niêm phong các dòng đang chờ / Seal the entries that wait."""
    if every is not None:
        stop = Event()
        if until_closed:
            Thread(target=wait_for_end, args=(sys.stdin, stop), daemon=True).start()
        sealing.keep_sealing(stop, every)
    done = sealing.seal_waiting()
    click.echo(
        f"Đã lập {done.seals} dấu, niêm phong {done.entries} dòng. / "
        f"Seals made: {done.seals}, entries sealed: {done.entries}."
    )


def wait_for_end(channel: TextIO, stop: Event) -> None:
    """Stop when whoever started this process closes its input, or is gone."""
    channel.read()
    stop.set()


@audit_group.command("verify")
@click.option("--against", type=FILE, help="Dấu đã xuất trước đây / A seal exported earlier.")
def verify_command(against: Path | None) -> None:
    """Kiểm tra toàn bộ nhật ký / Check every entry and seal."""
    walk = verify(None if against is None else exports.read_export(against))
    open_doors = list(unguarded(connection))
    for fault in [*([walk.fault] if walk.fault else []), *open_doors[:1]]:
        click.echo(f"✗ {fault.sentence}")
    if walk.fault or open_doors:
        sys.exit(WRONG)
    _say_whole(walk)


def _say_whole(walk: Walk) -> None:
    click.echo(
        f"✓ Nhật ký nguyên vẹn: {walk.seals} dấu, {walk.entries} dòng đã niêm phong, "
        f"{walk.waiting} dòng chờ niêm phong. / The chain is whole: {walk.seals} seals, "
        f"{walk.entries} sealed entries, {walk.waiting} waiting."
    )
    if walk.vouched:
        click.echo(
            f"  {walk.vouched} dòng ghi bằng khóa đã bỏ: dấu niêm phong bảo đảm thay. / "
            f"{walk.vouched} entries bear a retired key: their seals vouch for them."
        )


@audit_group.command("export-seal")
@click.argument("path", type=FILE)
def export_command(path: Path) -> None:
    """Xuất dấu cuối để in và ký / Export the last seal, to print and sign."""
    seal = exports.last_seal()
    exports.write_export(path, exports.rendered(seal))
    click.echo(
        f"Đã xuất dấu số {seal.number}: {path}. Hãy cất ở nơi khác. / "
        f"Seal {seal.number} was exported: {path}. Keep it elsewhere."
    )


@audit_group.command("guard")
def guard_command() -> None:
    """Dựng lại chốt chặn sửa, xóa / Put up again what refuses changes."""
    triggers.put_up(connection)
    click.echo("Chốt chặn đã đủ. / All guards stand.")


@audit_group.command("show")
@click.option("--by", "name", required=True, help="Người xem / Who looks.")
@click.option("--subject", help="Hồ sơ nào / Which file: register.child:<uuid>.")
@click.option("--actor", help="Mã người làm / The code of who acted.")
@click.option("--since", "day", type=DAY, help="Từ ngày / Since a day.")
def show_command(name: str, subject: str | None, actor: str | None, day: date | None) -> None:
    """Xem nhật ký, không tên trẻ / Show entries, without names of children."""
    asked = {"actor": actor or "", "since": day.isoformat() if day else ""}
    subjects = [subject] if subject else []
    read(operator_warrant(name, "audit.show"), "audit.show", subjects=subjects, data=asked)
    entries = queries.entries_about(subject) if subject else Entry.objects.order_by("id")
    if actor:
        entries = entries.filter(actor__code=actor)
    if day:
        entries = queries.since(entries, day)
    coming = entries.select_related("actor").iterator(chunk_size=PAGE)
    while some := list(islice(coming, PAGE)):
        for entry, line in zip(some, lines(some, opens=False), strict=True):
            click.echo(row_of(entry, line))


def row_of(entry: Entry, line: Line) -> str:
    """Write an entry in columns, in the words of the desk; the codes that options ask for last.

    Of what changed only the names of the fields; of what is sealed only that it is there.
    """
    columns = (
        *(str(entry.pk), f"{entry.at.astimezone(ZONE):%d/%m/%Y %H:%M:%S}", line.name, line.act),
        *(line.about, line.place, line.right, line.reason, "; ".join(line.changed)),
        *(entry.actor.code, entry.subject),
    )
    return "\t".join(" ".join(column.split()) or "–" for column in columns)
