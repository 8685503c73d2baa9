"""``mangnon finding``: write the search's index again, and ask whether it holds what is public."""

import sys

import click

from mangnon.cli.progress import bars
from mangnon.finding import checking
from mangnon.finding.actions import rebuild
from mangnon.text.sentence import Sentence

WRITING = Sentence("Lập chỉ mục tìm kiếm", "Writing the search's index")


@click.group("finding")
def finding_group() -> None:
    """Tìm kiếm / The search."""


@finding_group.command("rebuild")
def rebuild_command() -> None:
    """Lập lại toàn bộ chỉ mục / Write the whole index again."""
    with bars() as report:
        standing = rebuild(lambda done, total: report(WRITING, done, total))
    click.echo(f"{standing} mục tìm được. / {standing} entries can be found.")


@finding_group.command("check")
def check_command() -> None:
    """So chỉ mục với những gì đang công khai / Hold the index against what is public."""
    found = list(checking.check())
    for sentence in found:
        click.echo(f"✗ {sentence}")
    if found:
        sys.exit(1)
    click.echo("✓ Chỉ mục tìm kiếm đầy đủ. / The search's index is whole.")
