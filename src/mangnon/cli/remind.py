"""``mangnon remind``: the day's reminders, where no process beside the site makes them."""

import click
from django.conf import settings

from mangnon.notices.reminding import remind


@click.command("remind")
def remind_command() -> None:
    """Ghi và gửi các lời nhắc của hôm nay / Make and send today's reminders."""
    made, sent = remind()
    click.echo(f"Lời nhắc mới: {made.notices}. / New reminders: {made.notices}.")
    if not settings.MAIL_WORKS:
        click.echo(
            "Chưa đặt MANGNON_SMTP: lời nhắc chỉ hiện khi đăng nhập. / "
            "MANGNON_SMTP is not set: reminders are shown at the desk only."
        )
        return
    click.echo(
        f"Thư đã gửi: {sent.sent}, còn chờ: {sent.waiting}, bị từ chối: {sent.refused}. / "
        f"Letters sent: {sent.sent}, waiting: {sent.waiting}, refused: {sent.refused}."
    )
