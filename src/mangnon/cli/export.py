"""``mangnon export-site``: the public site as plain files, for the night and the worst day."""

import logging
from pathlib import Path

import click
from django.conf import settings
from django.core.management import call_command

from mangnon.cli.progress import bars
from mangnon.portal.wsgi import application
from mangnon.snapshots.export import export_site

_SHOWN = 10  # dead links


@click.command("export-site")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--pages-only", is_flag=True, help="Không lưu tệp số liệu / Without files of figures."
)
def export_command(folder: Path, pages_only: bool) -> None:
    """Lưu cả trang công khai thành tệp tĩnh / Save the public site as plain files."""
    if not Path(settings.STATIC_ROOT).exists():
        call_command("collectstatic", interactive=False, verbosity=0)
    logging.getLogger("django.request").setLevel(logging.ERROR)  # dead links are told at the end
    with bars() as report:
        done = export_site(folder, application, report, pages_only=pages_only)
    click.echo(
        f"✓ {done.files} tệp ở {folder / 'current'} / {done.files} files in {folder / 'current'}"
    )
    for address in done.dead[:_SHOWN]:
        click.echo(f"✗ Liên kết không dẫn đến đâu / A dead link: {address}")
    if len(done.dead) > _SHOWN:
        click.echo(f"✗ … {len(done.dead) - _SHOWN}")
