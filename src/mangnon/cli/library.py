"""``mangnon library``: what is doubtful in the library; reading a document's text; many at once."""

import sys
from pathlib import Path

import click

from mangnon import clock
from mangnon.access.doors import system_warrant
from mangnon.legislation import faults
from mangnon.legislation.actions import put_text
from mangnon.legislation.queries import document_named
from mangnon.legislation.reading.files import read_file


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


@library_group.command("read")
@click.argument("document")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def read_command(document: str, file: Path) -> None:
    """Đọc lời của một văn bản từ tệp / Read a document's text from a file (.docx, .pdf, .txt)."""
    one = document_named(document)
    text = read_file(file.name, file.read_bytes())
    lost = put_text(one, text, warrant=system_warrant("library read"))
    total = one.clauses.count()
    click.echo(
        f"✓ {one}: {total} phần, {lost} chưa xếp được, {text.pictures} trang là hình. / "
        f"{total} parts, {lost} not placed, {text.pictures} pages are pictures."
    )
