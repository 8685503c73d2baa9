"""``mangnon people``: accounts and roles from the server's own command line."""

from datetime import date

import click

from mangnon import clock
from mangnon.access import actions, unconfirmed
from mangnon.access.doors import operator_warrant
from mangnon.access.errors import CannotBeGiven
from mangnon.access.models import Holding, User
from mangnon.access.people import current_and_coming, lines
from mangnon.access.roles import BY_CODE
from mangnon.audit.warrants import Warrant
from mangnon.cli.dates import DAY
from mangnon.places.models import Place
from mangnon.places.tree import Tree
from mangnon.text.sentence import Sentence

BY = click.option("--by", "operator", required=True, help="Ai làm / Who does it.")
NAME = click.option("--name", required=True, help="Họ và tên / Full name.")
EMAIL = click.option("--email", default="", help="Thư điện tử / E-mail.")
ROLE = click.option(
    "--role", required=True, type=click.Choice(list(BY_CODE)), help="Vai trò / Role."
)
AT = click.option("--at", "code", required=True, help="Mã địa bàn / The place's code.")


@click.group("people")
def people_group() -> None:
    """Tài khoản và vai trò / Accounts and roles."""


@people_group.command("list")
@click.option("--role", type=click.Choice(list(BY_CODE)), help="Chỉ vai trò này / This role only.")
def list_command(role: str | None) -> None:
    """Ai giữ vai trò gì, ở đâu / Who holds which role, where."""
    people = User.objects.select_related("actor").order_by("username")
    for user, holdings in lines(people):
        held = [one for one in holdings if role in (None, one.role)]
        if held or role is None:
            words = "; ".join(_spoken(one) for one in held) or "–"
            closed = "" if user.is_active else "  (đã đóng / closed)"
            click.echo(f"{user.username}\t{user.name}\t{words}{closed}")


@people_group.command("add")
@click.argument("username")
@NAME
@EMAIL
@BY
def add_command(username: str, name: str, email: str, operator: str) -> None:
    """Thêm tài khoản trống / Add an account without role or password."""
    actions.check_username(username)
    user = actions.add_person(username, name=name, email=email, warrant=_warrant(operator, "add"))
    click.echo(f"Đã thêm {user.username}. / Added {user.username}.")


@people_group.command("invite")
@click.argument("username")
@NAME
@EMAIL
@ROLE
@AT
@BY
def invite_command(
    username: str, name: str, email: str, role: str, code: str, operator: str
) -> None:
    """Mời một người, in mã dùng một lần / Invite a person and print her one-time code."""
    done = actions.invite(
        username,
        name=name,
        email=email,
        role=role,
        place=_place(code),
        warrant=_warrant(operator, "invite"),
    )
    _say_code(done)


@people_group.command("first-admin")
@click.argument("username")
@NAME
@EMAIL
@BY
def first_command(username: str, name: str, email: str, operator: str) -> None:
    """Người quản trị đầu tiên của bản cài đặt mới / The first administrator of an installation."""
    if any(one.role == "administrator" for one in _open_holdings()):
        raise CannotBeGiven(
            Sentence(
                vi="Đã có người quản trị. Hãy để người đó mời thêm, hoặc dùng: mangnon people "
                "invite",
                en="There is an administrator. Have her invite others, or use: mangnon people "
                "invite",
            )
        )
    root = Place.objects.get(pk=Tree.on(clock.today()).root)
    done = actions.invite(
        username,
        name=name,
        email=email,
        role="administrator",
        place=root,
        warrant=_warrant(operator, "first-admin"),
    )
    _say_code(done)


@people_group.command("give")
@click.argument("username")
@ROLE
@AT
@click.option("--from", "since", type=DAY, help="Từ ngày / From a day.")
@click.option("--to", "until", type=DAY, help="Đến ngày / Until a day.")
@click.option("--basis", default="", help="Quyết định / The decision.")
@BY
def give_command(
    username: str,
    role: str,
    code: str,
    since: date | None,
    until: date | None,
    basis: str,
    operator: str,
) -> None:
    """Giao vai trò / Give a role."""
    held = actions.give_role(
        _person(username),
        role,
        _place(code),
        valid_from=since,
        valid_to=until,
        basis=basis,
        warrant=_warrant(operator, "give"),
    )
    click.echo(f"Đã giao / Given: {_spoken(held)}")


@people_group.command("end")
@click.argument("username")
@ROLE
@AT
@click.option("--on", "day", type=DAY, help="Ngày hết, không ghi: hôm nay / The day it ends.")
@BY
def end_command(username: str, role: str, code: str, day: date | None, operator: str) -> None:
    """Thu hồi vai trò / End a role."""
    place = _place(code)
    held = current_and_coming(_person(username)).filter(role=role, place=place).first()
    if held is None:
        raise CannotBeGiven(
            Sentence(
                vi=f"{username} không giữ vai trò này ở {place.name_vi}.",
                en=f"{username} does not hold this role at {place.name_en}.",
            )
        )
    ended = actions.end_role(held, on=day, warrant=_warrant(operator, "end"))
    click.echo(f"Đã thu / Ended: {_spoken(ended)}")


@people_group.command("waiting")
def waiting_command() -> None:
    """Vai trò chờ người thứ hai xác nhận / Roles that wait for a second administrator."""
    for held in unconfirmed.waiting().select_related("user__actor", "place", "given_by"):
        by = f"{held.given_by.name}, {held.given_at.astimezone(clock.ZONE):%H:%M %d/%m/%Y}"
        click.echo(f"{held.user.username}\t{held.user.name}\t{_spoken(held)}\t← {by}")


@people_group.command("confirm")
@click.argument("usernames", nargs=-1)
@click.option("--all", "everybody", is_flag=True, help="Tất cả đang chờ / All that waits.")
@BY
def confirm_command(usernames: tuple[str, ...], everybody: bool, operator: str) -> None:
    """Xác nhận vai trò đang chờ, khi chỉ có một người quản trị / Confirm what waits."""
    held = _waiting_of(usernames, everybody)
    done = actions.confirm_waiting(held, warrant=_warrant(operator, "confirm"))
    click.echo(f"Đã xác nhận {done} vai trò. / Roles confirmed: {done}.")


@people_group.command("refuse")
@click.argument("usernames", nargs=-1, required=True)
@click.option(
    "--why", required=True, type=click.Choice(Holding.Refusal.values), help="Lý do / Reason."
)
@BY
def refuse_command(usernames: tuple[str, ...], why: str, operator: str) -> None:
    """Từ chối vai trò đang chờ / Refuse roles that wait."""
    held, refusal = _waiting_of(usernames, everybody=False), Holding.Refusal(why)
    done = actions.refuse_waiting(held, refusal=refusal, warrant=_warrant(operator, "refuse"))
    click.echo(f"Đã từ chối {done} vai trò. / Roles refused: {done}.")


def _waiting_of(usernames: tuple[str, ...], everybody: bool) -> list[Holding]:
    """Return what waits of these people, or of everybody; raises CannotBeGiven where nothing."""
    people = [_person(username) for username in usernames]
    found = unconfirmed.waiting()
    held = list(found if everybody else found.filter(user__in=people))
    if not held or everybody == bool(usernames):
        raise CannotBeGiven(
            Sentence(
                vi="Hãy ghi tên đăng nhập của người có vai trò đang chờ, hoặc --all. Xem: mangnon "
                "people waiting",
                en="Name who has a role that waits, or write --all. See: mangnon people waiting",
            )
        )
    return held


def _warrant(operator: str, command: str) -> Warrant:
    return operator_warrant(operator, f"mangnon people {command}")


def _open_holdings() -> list[Holding]:
    active = User.objects.filter(is_active=True).select_related("actor")
    held = [one for line in lines(active) for one in line.holdings]
    return [one for one in held if one.state == Holding.State.STANDING]


def _spoken(held: Holding) -> str:
    until = f" → {held.valid_to:%d/%m/%Y}" if held.valid_to else ""
    waits = "  (chờ xác nhận / waits)" if held.state == Holding.State.WAITING else ""
    return f"{held.role} @ {held.place.key} ({held.place.name_vi}){until}{waits}"


def _person(username: str) -> User:
    found = User.objects.filter(username=username.strip().lower()).first()
    if found is None:
        raise CannotBeGiven(
            Sentence(
                vi=f"Không có ai dùng tên đăng nhập “{username}”. Xem: mangnon people list",
                en=f"Nobody has the sign-in name “{username}”. See: mangnon people list",
            )
        )
    return found


def _place(code: str) -> Place:
    unit = Tree.on(clock.today()).find(code)
    if unit is None:
        raise CannotBeGiven(
            Sentence(
                vi=f"Hôm nay không có địa bàn mã “{code}”. Xem: mangnon places list",
                en=f"There is no place “{code}” today. See: mangnon places list",
            )
        )
    return Place.objects.get(pk=unit.id)


def _say_code(done: actions.Invited) -> None:
    click.echo(
        f"Đã mời {done.user.name}. Tên đăng nhập: {done.user.username}. Mã dùng một lần, trong 14 "
        f"ngày: {done.code}\nMở /desk/tai-khoan/ma/ để đặt mật khẩu.\n"
        f"{done.user.name} is invited. Sign-in name: {done.user.username}. One-time code, good for "
        f"14 days: {done.code}\nOpen /desk/tai-khoan/ma/ to set a password."
    )
