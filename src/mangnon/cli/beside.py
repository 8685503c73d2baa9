"""``mangnon beside``: what is done beside the site at all times, in one process."""

import sys
from threading import Event, Thread

import click

from mangnon.audit import sealing
from mangnon.cli.audit import wait_for_end
from mangnon.notices.reminding import keep_reminding
from mangnon.pages.keeping_time import keep_time


@click.command("beside")
@click.option("--until-closed", is_flag=True, hidden=True)
def beside_command(until_closed: bool) -> None:
    """Niêm phong, xuất bản trang hẹn giờ, nhắc việc / Seal, publish what is due, remind."""
    stop = Event()
    if until_closed:
        Thread(target=wait_for_end, args=(sys.stdin, stop), daemon=True).start()
    others = [Thread(target=one, args=(stop,), daemon=True) for one in (keep_time, keep_reminding)]
    for one in others:
        one.start()
    sealing.keep_sealing(stop, sealing.EVERY)
    sealing.seal_waiting()
    for one in others:
        one.join(timeout=5)
