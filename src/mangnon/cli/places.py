"""``mangnon places``: list and show places, draw the tree, carry out a merger, take boundaries."""

import getpass
from datetime import date
from pathlib import Path

import click
from rich.table import Table
from rich.tree import Tree as Drawing

from mangnon import clock
from mangnon.access.doors import operator_warrant
from mangnon.cli.dates import DAY
from mangnon.cli.progress import console
from mangnon.places.actions import import_boundaries, succeed
from mangnon.places.models import Kind, Place, Succession
from mangnon.places.resolve import resolve
from mangnon.places.tree import Tree

ON = click.option("--on", "day", type=DAY, help="Bản đồ của ngày nào / The map of which day.")
BY = click.option("--by", "name", default="", help="Người thực hiện / Who does it.")


@click.group("places")
def places_group() -> None:
    """Địa bàn qua thời gian / Places through time."""


@places_group.command("list")
@ON
@click.option("--kind", type=click.Choice(Kind.values), help="Chỉ cấp này / This level only.")
def list_command(day: date | None, kind: str | None) -> None:
    """Liệt kê các nơi của một ngày / List the places of a day."""
    day = day or clock.today()
    tree = Tree.on(day)
    _ = tree.root  # says what to do where there is none
    table = Table("Mã", "Tên", "Name", "Cấp", "Thuộc")
    for unit in tree:
        if kind in (None, unit.kind):
            parent = tree.parent(unit.id)
            above = tree.place(parent).name_vi if parent is not None else ""
            level = str(Kind(unit.kind).label)
            table.add_row(unit.key, unit.name_vi, unit.name_en, level, above)
    console.print(table)
    click.echo(f"{table.row_count} nơi, ngày {day:%d/%m/%Y}. / {table.row_count} places.")


@places_group.command("tree")
@ON
@click.option("--communes", is_flag=True, help="Cả các xã, phường / Communes too.")
def tree_command(day: date | None, communes: bool) -> None:
    """Vẽ cây địa bàn của một ngày / Draw the tree of a day."""
    tree = Tree.on(day or clock.today())
    drawing = Drawing(_line(tree, tree.root))
    _grow(drawing, tree, tree.root, communes)
    console.print(drawing)


def _grow(drawing: Drawing, tree: Tree, place: int, communes: bool) -> None:
    for child in tree.children(place):
        if communes or not tree.place(child).is_leaf:
            _grow(drawing.add(_line(tree, child)), tree, child, communes)


def _line(tree: Tree, place: int) -> str:
    unit = tree.place(place)
    below = len(tree.leaves(place))
    count = "" if unit.is_leaf else f" · {below} xã, phường / communes"
    return f"{unit.code} {unit.name_vi}{count}"


@places_group.command("show")
@click.argument("code")
@ON
def show_command(code: str, day: date | None) -> None:
    """Một nơi: đời, cấp trên, kế thừa / One place: its life, parents, heirs."""
    place = resolve(code, day or clock.today())
    end = f"{place.valid_to:%d/%m/%Y}" if place.valid_to else "nay / now"
    click.echo(f"{place.key} · {place.name_vi} / {place.name_en}")
    click.echo(f"{Kind(place.kind).label} · {place.valid_from:%d/%m/%Y} – {end}")
    for naming in place.namings.order_by("valid_from"):
        click.echo(f"  từ / from {naming.valid_from:%d/%m/%Y}: {naming.name_vi}")
    for row in place.parents.select_related("parent").order_by("valid_from"):
        click.echo(f"  thuộc / under {row.parent.key} {row.parent.name_vi}")
    _heirs(place)
    if place.note_vi:
        click.echo(f"{place.note_vi}\n{place.note_en}")


def _heirs(place: Place) -> None:
    came = place.forebears.select_related("source").order_by("date", "source__code")
    went = place.heirs.select_related("target").order_by("date", "target__code")
    for row in came:
        click.echo(f"  từ / of {row.source.key} {row.source.name_vi}: {_share(row)}")
    for row in went:
        click.echo(f"  thành / became {row.target.key} {row.target.name_vi}: {_share(row)}")


def _share(row: Succession) -> str:
    mark = " (ước tính / estimated)" if row.estimated else ""
    return f"{row.share:.1%}{mark}"


@places_group.command("boundaries")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--on", "day", type=DAY, required=True, help="Mã của ngày nào / Codes of which day.")
@click.option("--source", default="", help="Nguồn / Where it comes from.")
@BY
def boundaries_command(file: Path, day: date, source: str, name: str) -> None:
    """Nhập ranh giới GeoJSON, TopoJSON / Take boundaries from GeoJSON or TopoJSON."""
    warrant = operator_warrant(name or getpass.getuser(), f"boundaries {file.name}")
    count = import_boundaries(file, on=day, source=source, warrant=warrant)
    click.echo(f"Đã nhập ranh giới của {count} nơi. / Took the boundaries of {count} places.")


@places_group.command("succeed")
@click.argument("day", type=DAY)
@BY
def succeed_command(day: date, name: str) -> None:
    """Thực hiện sáp nhập, chia tách của một ngày / Carry out the successions of a day."""
    warrant = operator_warrant(name or getpass.getuser(), f"succeed {day.isoformat()}")
    merger = succeed(day, warrant=warrant)
    if merger.is_empty:
        click.echo("Ngày này đã thực hiện rồi, không còn gì. / Carried out already, nothing left.")
        return
    click.echo(
        f"{len(merger.whole)} nơi chuyển trọn, {len(merger.split)} nơi bị chia. / "
        f"{len(merger.whole)} places passed whole, {len(merger.split)} were split."
    )
