"""``mangnon check``: what is wrong with this installation, in sentences."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click
from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from mangnon.audit.guarding import unguarded
from mangnon.figures.models import Release
from mangnon.indicators.models import DirtyMark, Indicator
from mangnon.places.models import Place
from mangnon.text.sentence import Sentence
from mangnon.vault.guarding import flaws
from mangnon.visits import checking as visits
from mangnon.walls import checking, roles


def _database() -> Iterator[Sentence]:
    try:
        executor = MigrationExecutor(connection)
        behind = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        yield Sentence(
            f"Không mở được cơ sở dữ liệu ({error}). Hãy xem lại MANGNON_DATABASE.",
            f"The database cannot be opened ({error}). Look at MANGNON_DATABASE.",
        )
        return
    if behind:
        yield Sentence(
            f"Cơ sở dữ liệu còn thiếu {len(behind)} bước nâng cấp. Hãy chạy: mangnon migrate",
            f"The database lacks {len(behind)} migrations. Run: mangnon migrate",
        )


def _keys() -> Iterator[Sentence]:
    if settings.KEY is None:
        apart = settings.DATA_DIR if settings.MODE == "production" else None
        yield from flaws(Path(settings.KEY_FILE), apart_from=apart)


def _walls() -> Iterator[Sentence]:
    """On PostgreSQL, in production or where the roles are named: whether the walls stand."""
    named = settings.DATABASE_ROLES
    if connection.vendor != "postgresql":
        return
    if settings.MODE == "production" or any(named[one] for one in ("owner", "engine", "portal")):
        wrong = list(roles.flaws())
        if not wrong:
            yield from checking.check(roles.named_roles())
            return
        yield from wrong
        yield from checking.web_above_the_walls(str(named["desk"]["USER"]))


def _trail() -> Iterator[Sentence]:
    """Whether the database itself refuses to change the trail."""
    yield from (fault.sentence for fault in unguarded(connection))


def _contents() -> Iterator[Sentence]:
    if not Place.objects.exists():
        yield Sentence(
            "Chưa có địa bàn nào. Hãy chạy: mangnon pack apply packs/hai-duong",
            "There are no places. Run: mangnon pack apply packs/hai-duong",
        )
    elif not Indicator.objects.exists():
        yield Sentence(
            "Gói đã nạp không khai chỉ số nào.", "The pack that was applied declares no indicator."
        )
    elif not Release.objects.filter(finished=True).exists():
        yield Sentence(
            "Chưa công bố số liệu nào, trang công khai còn trống. "
            "Hãy chạy: mangnon figures release --by TÊN",
            "No figures are released, the public pages are empty. "
            "Run: mangnon figures release --by NAME",
        )
    waiting = DirtyMark.objects.count()
    if waiting:
        yield Sentence(
            f"{waiting} nơi chờ đếm lại. Hãy chạy: mangnon indicators compute --marked",
            f"{waiting} places wait to be counted. Run: mangnon indicators compute --marked",
        )


CHECKS: tuple[Callable[[], Iterator[Sentence]], ...] = (
    *(_database, _keys, _walls, _trail, _contents),
    visits.flaws,
)


@click.command("check")
def check_command() -> None:
    """Kiểm tra bản cài đặt / Check this installation."""
    found: list[Sentence] = []
    for check in CHECKS:
        found += check()
        if found and check is _database:
            break
    for sentence in found:
        click.echo(f"✗ {sentence}")
    if found:
        sys.exit(1)
    click.echo("✓ Không thấy điều gì sai. / Nothing is wrong.")
