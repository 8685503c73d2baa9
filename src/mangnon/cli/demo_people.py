"""The officers of the demonstration: invented, with one password made when it is built."""

import json
import secrets
from pathlib import Path

import click

from mangnon import clock
from mangnon.access import actions
from mangnon.access.doors import demonstration_warrant
from mangnon.access.roles import BY_CODE
from mangnon.access.templatetags.access_entrance import OFFICERS
from mangnon.places.models import Kind, Place
from mangnon.places.tree import Tree

# Who holds what at which level. Every name is invented and says so: Mẫu is a pattern.
_PEOPLE = (
    ("an", "An Thị Mẫu", "child_officer", Kind.COMMUNE),
    ("binh", "Bình Văn Mẫu", "station_head", Kind.COMMUNE),
    ("chi", "Chi Thị Mẫu", "civil_status_officer", Kind.COMMUNE),
    ("dung", "Dung Văn Mẫu", "collaborator", Kind.COMMUNE),
    ("giang", "Giang Thị Mẫu", "supervising_officer", Kind.PROGRAMME_AREA),
    ("hoa", "Hòa Văn Mẫu", "leader", Kind.PROGRAMME_AREA),
    ("kien", "Kiên Thị Mẫu", "administrator", Kind.PROGRAMME_AREA),
    ("lan", "Lan Thị Mẫu", "administrator", Kind.PROGRAMME_AREA),
    ("oanh", "Oanh Thị Mẫu", "editor", Kind.PROGRAMME_AREA),
    ("phuc", "Phúc Văn Mẫu", "chief_editor", Kind.PROGRAMME_AREA),
    ("son", "Sơn Văn Mẫu", "auditor", Kind.PROGRAMME_AREA),
)
_WORDS = ("tre", "mang", "song", "dong", "lua", "sen", "nang", "gio", "mua", "trang", "sao", "dat")


def add_officers(folder: Path) -> None:
    """Add the officers once; keep their names and password where the sign-in page finds them."""
    path = folder / OFFICERS
    password = "-".join(secrets.choice(_WORDS) for _ in range(4)) + f"-{secrets.randbelow(90) + 10}"
    warrant = demonstration_warrant()
    shown = []
    for username, name, role, kind in _PEOPLE:
        place = _place(kind)
        user = actions.add_person(username, name=name, password=password, warrant=warrant)
        actions.give_role(user, role, place, basis="Minh họa", warrant=warrant)
        title = BY_CODE[role]
        shown.append(
            {
                "username": username,
                "name": name,
                "vi": f"{title.vi}, {place.name_vi}",
                "en": f"{title.en}, {place.name_en}",
            }
        )
    path.write_text(json.dumps({"password": password, "people": shown}), encoding="utf-8")
    path.chmod(0o600)


def show_officers(folder: Path) -> None:
    """Say who can sign in, with which password."""
    path = folder / OFFICERS
    if not path.exists():
        return
    found = json.loads(path.read_text(encoding="utf-8"))
    names = ", ".join(one["username"] for one in found["people"])
    click.echo(
        f"Đăng nhập tại / Sign in at /desk/ : {names}\n"
        f"Mật khẩu chung / One password for all: {found['password']}"
    )


def _place(kind: str) -> Place:
    tree = Tree.on(clock.today())
    unit = tree.root if kind == Kind.PROGRAMME_AREA else tree.at_kind(kind)[0]
    return Place.objects.get(pk=unit)
