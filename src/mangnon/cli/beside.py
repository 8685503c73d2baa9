"""``mangnon beside``: what is done beside the site at all times, in one process."""

import sys
from threading import Event, Thread

import click

from mangnon.audit import sealing
from mangnon.cli.audit import wait_for_end
from mangnon.imports.keeping_on import keep_importing
from mangnon.legislation.keeping_on import keep_posting
from mangnon.notices.reminding import keep_reminding
from mangnon.pages.keeping_time import keep_time


@click.command("beside")
@click.option("--until-closed", is_flag=True, hidden=True)
def beside_command(until_closed: bool) -> None:
    """Niêm phong, xuất bản trang hẹn giờ, nhắc việc / Seal, publish what is due, remind."""
    stop = Event()
    if until_closed:
        Thread(target=wait_for_end, args=(sys.stdin, stop), daemon=True).start()
    rounds = (keep_time, keep_reminding, keep_importing, keep_posting)
    others = [Thread(target=one, args=(stop,), daemon=True) for one in rounds]
    for one in others:
        one.start()
    sealing.keep_sealing(stop, sealing.EVERY)
    sealing.seal_waiting()
    for one in others:
        one.join(timeout=5)
