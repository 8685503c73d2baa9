"""``mangnon indicators``: list them, show one, count them."""

import click
from rich.table import Table

from mangnon.cli.progress import bars, console
from mangnon.indicators.catalogue import declarations, indicator
from mangnon.indicators.compile import compiled_for, transpiled
from mangnon.indicators.declaration import Declaration
from mangnon.indicators.recount import rebuild, recount_marked
from mangnon.text.sentence import Sentence

COUNTING = Sentence("Đếm các chỉ số", "Counting the indicators")


@click.group("indicators")
def indicators_group() -> None:
    """Chỉ số / Indicators."""


@indicators_group.command("list")
def list_command() -> None:
    """Liệt kê / List them."""
    table = Table("Mã", "Tên", "Name")
    for one in declarations().values():
        table.add_row(one.code, one.name.vi, one.name.en)
    console.print(table)


@indicators_group.command("sql")
@click.argument("code")
@click.option("--dialect", default="duckdb", help="duckdb, spark, postgres …")
def sql_command(code: str, dialect: str) -> None:
    """In câu SQL đã dịch / Print the compiled SQL."""
    for scan in compiled_for(Declaration.from_dict(indicator(code).declaration)):
        click.echo(transpiled(scan, dialect))


@indicators_group.command("compute")
@click.option("--marked", is_flag=True, help="Chỉ đếm nơi có thay đổi / Only what changed.")
def compute_command(marked: bool) -> None:
    """Đếm lại tất cả, hoặc chỉ nơi có thay đổi / Count all, or only what changed."""
    if marked:
        done = recount_marked()
    else:
        with bars() as report:
            done = rebuild(lambda one, all_of: report(COUNTING, one, all_of))
    click.echo(
        f"{done.places} nơi, {done.cells_moved} ô thay đổi. / "
        f"{done.places} places, {done.cells_moved} cells changed."
    )
