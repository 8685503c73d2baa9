"""``mangnon import`` and ``mangnon imports``: spreadsheets from the server's own command line."""

from pathlib import Path
from uuid import UUID

import click

from mangnon.access.doors import operator_warrant
from mangnon.audit.warrants import Warrant
from mangnon.cli.files import content_of
from mangnon.cli.people import BY, _place
from mangnon.cli.progress import bars
from mangnon.imports import actions, staging
from mangnon.imports.books import in_words
from mangnon.imports.models import Import, State, Verdict
from mangnon.imports.queries import every_row, waiting
from mangnon.imports.scopes import warrant_of
from mangnon.imports.sheets import known, sheet_of
from mangnon.text.sentence import Sentence

_MOST_TOLD = 100
_STEPS = {
    State.JUDGING: Sentence("Đối chiếu", "Judging"),
    State.ACCEPTING: Sentence("Ghi vào sổ", "Writing"),
    State.TAKING: Sentence("Rút lại", "Taking back"),
}


@click.command("import")
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--sheet", "code", default="children", help="children, measurements…")
@click.option("--place", "where", required=True, help="Mã địa bàn / The place's code.")
@click.option("--accept", is_flag=True, help="Ghi luôn dòng mới, thay đổi / Write at once.")
@BY
def import_command(path: Path, code: str, where: str, accept: bool, operator: str) -> None:
    """Đưa một bảng tính lên, đối chiếu, ghi / Bring a spreadsheet in."""
    sheet = next((one for one in known() if one.code == code), None)
    if sheet is None:
        raise click.BadParameter(", ".join(one.code for one in known()), param_hint="--sheet")
    content, warrant = content_of(path), _warrant(operator)
    one = actions.bring(sheet, path.name, content, place=_place(where), warrant=warrant)
    columns = {int(at): column for at, column in one.layout["columns"].items()}
    one = _worked(actions.choose_columns(one, columns, warrant=warrant), warrant)
    _say(one)
    if accept and one.state == State.JUDGED:
        one = _worked(actions.accept(one, warrant=warrant), warrant)
        click.echo(f"Đã ghi {one.written} dòng. / Rows written: {one.written}.")


@click.group("imports")
def imports_group() -> None:
    """Bảng tính đã đưa lên / Spreadsheets brought in."""


@imports_group.command("list")
def list_command() -> None:
    """Có những bảng tính nào / Which there are."""
    for one in Import.objects.select_related("place", "by").exclude(state=State.DROPPED):
        click.echo(
            f"{one.uuid}\t{one.sheet}\t{one.place.key}\t{one.state}\t{one.counts}\t{one.by.name}"
        )


@imports_group.command("take-back")
@click.argument("uuid", type=click.UUID)
@BY
def take_back_command(uuid: UUID, operator: str) -> None:
    """Rút lại mọi dòng đã ghi / Take back whatever was written."""
    one = Import.objects.select_related("place").filter(uuid=uuid).first()
    if one is None:
        raise click.BadParameter(str(uuid), param_hint="UUID")
    warrant = _warrant(operator)
    one = _worked(actions.take_back(one, warrant=warrant), warrant)
    click.echo(f"Còn để lại {one.left} dòng. / Rows left: {one.left}.")


@imports_group.command("resume")
def resume_command() -> None:
    """Làm tiếp những gì dở dang / Go on with what was cut off."""
    found = list(waiting())
    for one in found:
        _worked(one, warrant_of(one))
    click.echo(f"Đã làm tiếp {len(found)} bảng tính. / Spreadsheets gone on with: {len(found)}.")


def _warrant(operator: str) -> Warrant:
    return operator_warrant(operator, "mangnon import")


def _worked(one: Import, warrant: Warrant) -> Import:
    step = _STEPS.get(State(one.state))
    with bars() as report:

        def told(done: int, total: int) -> None:
            if step is not None:
                report(step, min(done, total), total)

        return actions.work(one, warrant=warrant, progress=told)


def _say(one: Import) -> None:
    """Say what was found, and the first faults by row."""
    if one.fault:
        click.echo(f"{one.fault['vi']} / {one.fault['en']}")
        return
    for verdict in Verdict:
        click.echo(f"{verdict.label}: {one.counted(verdict)}")
    bad = (row for row in every_row(one) if row.faults)
    for number, row in enumerate(bad):
        if number == _MOST_TOLD:
            click.echo("…")
            break
        click.echo(f"dòng {row.number}: {in_words(sheet_of(one.sheet), row)}")
    click.echo(f"{staging.name_of(one)}: {one.uuid}")
