"""``mangnon library``: what is doubtful in the library; reading a document's text; many at once."""

import sys
from pathlib import Path

import click

from mangnon import clock
from mangnon.access.doors import system_warrant
from mangnon.cli.files import content_of
from mangnon.legislation import faults
from mangnon.legislation.actions import take_file
from mangnon.legislation.actions.bringing import bring_many
from mangnon.legislation.actions.posting import take_in
from mangnon.legislation.actions.telling import tell_followers
from mangnon.legislation.bringing.columns import BY_CODE
from mangnon.legislation.bringing.files import Beside
from mangnon.legislation.queries import document_named
from mangnon.legislation.reading.files import MOST_BYTES


@click.group("library")
def library_group() -> None:
    """Thư viện văn bản / The library of documents."""


@library_group.command("check")
def check_command() -> None:
    """Tìm chỗ đáng ngờ / Find what is doubtful: dates, relations, grounds."""
    found = faults.faults(clock.today())
    for one in found:
        click.echo(f"✗ {one.kind}: {one.sentence}")
    if found:
        click.echo(f"{len(found)} chỗ cần xem. / {len(found)} to look at.")
        sys.exit(1)
    click.echo("✓ Không có chỗ nào đáng ngờ. / Nothing is doubtful.")


@library_group.command("post")
def post_command() -> None:
    """Nhận lời người đọc, gửi thư theo dõi / Take in readers' words, write to followers."""
    warrant = system_warrant("library post")
    taken, told = take_in(warrant=warrant), tell_followers(warrant=warrant)
    click.echo(f"✓ {taken} lời nhận, {told} thư gửi. / {taken} taken in, {told} letters sent.")


@library_group.command("import")
@click.argument("table", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--files", type=click.Path(exists=True, path_type=Path), help="Thư mục, .zip")
@click.option("--dry-run", is_flag=True, help="Chỉ xét, không ghi / Judge, write nothing")
def import_command(table: Path, files: Path | None, dry_run: bool) -> None:
    """Nhập nhiều văn bản / Bring many documents: a spreadsheet (.xlsx, .csv) and files."""
    content, beside = content_of(table), Beside()
    if files is not None:
        beside = Beside.folder(files) if files.is_dir() else Beside.packed(files)
    done = bring_many(
        table.name, content, beside, dry_run=dry_run,
        warrant=system_warrant("library import"),
    )  # fmt: skip
    for one in done.faults:
        where = str(BY_CODE[one.column].title) if one.column in BY_CODE else ""
        click.echo(f"✗ dòng/row {one.row}, {where}: {one.why}")
    click.echo(
        f"{done.rows} dòng: {done.added} mới, {done.changed} đổi, {done.same} như cũ; "
        f"{done.relations} quan hệ, {done.files} tệp, {done.by_number} chỉ biết số. / "
        f"{done.rows} rows: {done.added} new, {done.changed} changed, {done.same} as they were; "
        f"{done.relations} relations, {done.files} files, {done.by_number} by number alone."
    )
    if done.faults:
        click.echo(f"✗ {len(done.faults)} lỗi, chưa ghi gì. / {len(done.faults)} faults, "
                   "nothing was written.")  # fmt: skip
        sys.exit(1)
    click.echo("✓ Chạy thử, chưa ghi gì. / A trial: nothing was written." if dry_run
               else "✓ Đã ghi. / Written.")  # fmt: skip


@library_group.command("read")
@click.argument("document")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def read_command(document: str, file: Path) -> None:
    """Đọc lời một văn bản, giữ tệp làm bản gốc / Read a text (.docx, .pdf, .txt) and keep the file.

    Tệp .txt chỉ giữ lời / of a .txt the words alone are kept.
    """
    one, content = document_named(document), content_of(file, MOST_BYTES)
    brought = take_file(one, file.name, content, warrant=system_warrant("library read"))
    if brought.is_scan:
        click.echo(f"✓ {one}: bản chụp, không có chữ, đã giữ làm bản gốc. / "
                   "a scan without letters, kept as the original.")  # fmt: skip
        return
    total, lost = one.clauses.count(), one.clauses.filter(unplaced=True).count()
    click.echo(
        f"✓ {one}: {total} phần, {lost} chưa xếp được, {brought.pictures} trang là hình. / "
        f"{total} parts, {lost} not placed, {brought.pictures} pages are pictures."
    )
