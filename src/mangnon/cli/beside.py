"""``mangnon beside``: what is done beside the site at all times, in one process."""

import sys
from threading import Event, Thread

import click

from mangnon.audit import sealing
from mangnon.cli.audit import wait_for_end
from mangnon.pages.keeping_time import keep_time


@click.command("beside")
@click.option("--until-closed", is_flag=True, hidden=True)
def beside_command(until_closed: bool) -> None:
    """Niêm phong nhật ký, xuất bản trang đã hẹn giờ / Seal the trail, publish what is due."""
    stop = Event()
    if until_closed:
        Thread(target=wait_for_end, args=(sys.stdin, stop), daemon=True).start()
    clock = Thread(target=keep_time, args=(stop,), daemon=True)
    clock.start()
    sealing.keep_sealing(stop, sealing.EVERY)
    sealing.seal_waiting()
    clock.join(timeout=5)
