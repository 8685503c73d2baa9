"""``mangnon visits``: the visit counter, and nginx's log from which it counts."""

from pathlib import Path
from threading import Event

import click
from django.conf import settings

from mangnon.text.numbers import format_number
from mangnon.text.sentence import Sentence
from mangnon.visits import nginx
from mangnon.visits.errors import NotFollowed
from mangnon.visits.following import Follower, keep_following
from mangnon.visits.queries import total


@click.group("visits")
def visits_group() -> None:
    """Lượt xem trang / The visit counter."""


@visits_group.command("follow")
@click.option("--log", required=True, type=click.Path(path_type=Path, dir_okay=False),
              help="Nhật ký lượt xem của nginx / nginx's log of views.")  # fmt: skip
@click.option("--once", is_flag=True, help="Đếm một lần rồi dừng / Count once, then stop.")
def follow_command(log: Path, once: bool) -> None:
    """Đếm lượt xem từ nhật ký của nginx / Count views from nginx's log."""
    if settings.VISITS != "log":
        raise NotFollowed(
            Sentence(
                "Trang đang tự đếm lượt xem, đếm thêm ở đây là đếm hai lần. Hãy đặt "
                "MANGNON_VISITS=log cho cả trang và lệnh này.",
                "The site counts views itself; counting here too would count twice. Set "
                "MANGNON_VISITS=log for the site and for this command.",
            )
        )
    if settings.DATABASE_AS == "portal":
        raise NotFollowed(
            Sentence(
                "Vai trò portal chỉ đọc. Hãy bỏ MANGNON_DATABASE_AS=portal khi chạy lệnh này.",
                "The role portal only reads. Run this command without MANGNON_DATABASE_AS=portal.",
            )
        )
    follower = Follower(log)
    if not once:
        keep_following(follower, Event())
    views = follower.look()
    click.echo(f"Đã đếm thêm {views} lượt xem. / Views counted: {views}.")


@visits_group.command("nginx")
def nginx_command() -> None:
    """In phần cấu hình cho nginx / Print what nginx's http block needs."""
    click.echo(nginx.settings(), nl=False)


@visits_group.command("show")
def show_command() -> None:
    """Xem tổng số lượt xem / Show how many views there were."""
    number = total()
    click.echo(f"{format_number(number, 0, 'vi')} / {format_number(number, 0, 'en')}")
