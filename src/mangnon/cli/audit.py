"""``mangnon audit``: seal the entries, check them, look into them."""

import sys
from datetime import date
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

WRONG = 1
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
    for entry in entries.select_related("actor").iterator(chunk_size=500):
        click.echo(line_of(entry))


def line_of(entry: Entry) -> str:
    """Write an entry in a line of columns; of what changed, only the names of the fields."""
    about = entry.subject or (f"[{len(entry.subjects)}]" if entry.subjects else "–")
    changed = ",".join(sorted({*entry.before, *entry.after}))
    reason = "(niêm/sealed)" if entry.reason_sealed else entry.reason
    return "\t".join(
        (
            *(str(entry.pk), f"{entry.at.astimezone(ZONE):%d/%m/%Y %H:%M:%S}"),
            *(str(entry.get_kind_display()), entry.act, entry.actor.code, entry.right, about),
            *(entry.place_code or "–", " ".join(reason.split()) or "–", changed or "–"),
        )
    )
