"""``mangnon migrate``, ``mangnon db``: the database, its roles, its walls."""

import sys

import click
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from mangnon.audit.guarding import unguarded
from mangnon.walls import checking, roles
from mangnon.walls.building import build, demand_postgresql


@click.command("migrate")
def migrate_command() -> None:
    """Tạo hoặc nâng cấp cơ sở dữ liệu / Make or upgrade the database."""
    call_command("migrate", verbosity=0)
    if any(settings.DATABASE_ROLES[role] for role in ("owner", "engine", "portal")):
        build(roles.named_roles())  # a new table has no walls yet
    click.echo("Cơ sở dữ liệu đã sẵn sàng. / The database is ready.")


@click.group("db")
def db_group() -> None:
    """Vai trò và tường ngăn trong cơ sở dữ liệu / The database's roles and walls."""


@db_group.command("roles")
@click.option("--check", "only_check", is_flag=True, help="Chỉ kiểm tra / Check only.")
def roles_command(only_check: bool) -> None:
    """Tạo các vai trò, dựng tường ngăn / Make the roles and build the walls."""
    demand_postgresql()
    named = roles.named_roles()
    if not only_check:
        build(named)
    found = [*checking.check(named), *(fault.sentence for fault in unguarded(connection))]
    for sentence in found:
        click.echo(f"✗ {sentence}")
    if found:
        sys.exit(1)
    click.echo(
        f"✓ {named.desk}, {named.engine}, {named.portal}: mỗi vai trò chỉ thấy phần của mình. / "
        "Each role sees its own part only."
    )
