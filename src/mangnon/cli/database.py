"""``mangnon migrate``: make the database, or bring it up to this version."""

import click
from django.core.management import call_command


@click.command("migrate")
def migrate_command() -> None:
    """Tạo hoặc nâng cấp cơ sở dữ liệu / Make or upgrade the database."""
    call_command("migrate", verbosity=0)
    click.echo("Cơ sở dữ liệu đã sẵn sàng. / The database is ready.")
