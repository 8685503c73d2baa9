"""``mangnon retention``: how long what is kept, what falls due, forgetting it, a child's copy."""

import json
import sys
from datetime import date
from pathlib import Path
from uuid import UUID

import click

from mangnon import clock
from mangnon.access.doors import operator_warrant
from mangnon.cli.dates import DAY
from mangnon.lasting import TERMS, declared
from mangnon.places.models import Place
from mangnon.retention import actions
from mangnon.retention.copying import give_copy
from mangnon.retention.due import askings_due, by_place, children_due
from mangnon.retention.models import Erasure
from mangnon.retention.terms import due_by_term
from mangnon.text.sentence import Sentence


@click.command("retention")
@click.option("--on", "day", type=DAY, help="Đến hạn vào ngày / Due by a day.")
@click.option("--terms", is_flag=True, help="Trường nào giữ đến bao giờ / The term of each field.")
@click.option("--erase", is_flag=True, help="Xóa những gì đến hạn / Erase what is due.")
@click.option("--child", type=click.UUID, help="Chỉ hồ sơ này / This file only.")
@click.option("--copy", "target", type=click.Path(path_type=Path), help="Lập bản sao / Its copy.")
@click.option("--by", "name", help="Ai làm / Who does it.")
@click.option("--reason", type=click.Choice(Erasure.Why.values), help="Căn cứ / Why.")
@click.option("--decision", default="", help="Quyết định số / The decision's number.")
def retention_command(
    day: date | None, terms: bool, erase: bool, child: UUID | None, target: Path | None,
    name: str | None, reason: str | None, decision: str,
) -> None:  # fmt: skip
    """Những gì đến hạn phải quên, và quên / What falls due, and forgetting it."""
    if terms:
        _say_terms()
    elif target is not None:
        _copy(child, target, name)
    elif erase:
        _erase(day or clock.today(), child, name, reason, decision)
    else:
        _say_due(day or clock.today())


def _say_terms() -> None:
    for label, one in sorted(declared().items()):
        for field, term in one.terms.items():
            click.echo(f"{label}.{field}\t{TERMS[term].vi} / {TERMS[term].en}")


def _say_due(day: date) -> None:
    rows = by_place(day)
    names = dict(
        Place.objects.filter(pk__in=[r.place_id for r in rows]).values_list("pk", "name_vi")
    )
    for row in rows:
        where = names.get(row.place_id or 0, "đã rời địa bàn / left")
        click.echo(f"{where}\t{row.children}")
    for code, due in due_by_term(day).items():
        term, said = TERMS[code], due if isinstance(due, Sentence) else _counted(due)
        click.echo(f"{code}\t{term.vi} / {term.en}\t{said}")
    click.echo(
        f"Đến hạn ngày {day:%d/%m/%Y}: {sum(row.children for row in rows)} hồ sơ, "
        f"{askings_due(day).count()} lần hỏi. / Due by {day}: files and questions."
    )


def _counted(rows: int) -> Sentence:
    return Sentence(f"{rows} đến hạn", f"{rows} due")


def _demanded(name: str | None, reason: str | None) -> tuple[str, str]:
    if not name or not reason:
        raise click.UsageError("Hãy ghi --by TÊN và --reason. / Write --by NAME and --reason.")
    return name, reason


def _erase(
    day: date, child: UUID | None, name: str | None, reason: str | None, decision: str
) -> None:
    name, reason = _demanded(name, reason)
    warrant = operator_warrant(name, "mangnon retention")
    words = {"why": reason, "decision": decision, "warrant": warrant}
    asked = 0
    if child is not None:
        done = actions.erase_one(child, **words)
    else:
        done = actions.erase(children_due(day), **words)
        asked = actions.forget_askings(day, warrant=warrant)
    click.echo(
        f"Đã xóa danh tính của {done.children} hồ sơ, lời của {asked} lần hỏi. Đã đếm lại: "
        f"{done.cells} ô số liệu, {done.moved} ô thay đổi.\n"
        f"Files erased: {done.children}, questions: {asked}. Counted again: {done.cells} cells, "
        f"{done.moved} of them moved."
    )
    if done.moved:
        sys.exit(1)


def _copy(child: UUID | None, target: Path, name: str | None) -> None:
    if child is None or not name:
        raise click.UsageError("Hãy ghi --child và --by. / Write --child and --by.")
    made = give_copy(child, for_whom="child", warrant=operator_warrant(name, "mangnon retention"))
    text = json.dumps(made, ensure_ascii=False, indent=2)
    target.touch(mode=0o600, exist_ok=False)
    target.write_text(text, encoding="utf-8")
    click.echo(f"Đã lập bản sao: {target}. / The copy is made: {target}.")
