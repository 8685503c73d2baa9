"""``mangnon figures``: make a release of figures, list them."""

import click
from rich.table import Table

from mangnon.access.doors import operator_warrant
from mangnon.cli.progress import bars, console
from mangnon.figures.actions import keep_sizes, make_release
from mangnon.figures.models import Release
from mangnon.portal.reports import weigh


@click.group("figures")
def figures_group() -> None:
    """Công bố số liệu / Releases of figures."""


@figures_group.command("release")
@click.option("--by", "name", required=True, help="Người công bố / Who releases.")
@click.option("--note", default="", help="Ghi chú / A note.")
def release_command(name: str, note: str) -> None:
    """Đóng băng và công bố một đợt số liệu / Freeze and publish the figures."""
    warrant = operator_warrant(name, note)
    with bars() as report:
        made = make_release(warrant=warrant, note=note, progress=report)
        keep_sizes(made, weigh(made), warrant=warrant)
    click.echo(f"Đợt công bố số {made.number}. / Release {made.number}.")


@figures_group.command("list")
def list_command() -> None:
    """Liệt kê các đợt / List the releases."""
    table = Table("Số", "Ngày", "Người công bố", "Ghi chú")
    for one in Release.objects.filter(finished=True).select_related("made_by"):
        table.add_row(str(one.number), f"{one.day:%d/%m/%Y}", one.made_by.name, one.note_vi)
    console.print(table)
