"""The roles of an installation, named by the database addresses in its settings.

``owner`` makes and changes tables and is the command line's; ``desk`` is the web process's;
``engine`` only counts; ``portal`` only shows what is public.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings

from mangnon.text.sentence import DomainError, Sentence

VARIABLES = {
    "owner": "MANGNON_DATABASE_OWNER",
    "desk": "MANGNON_DATABASE",
    "engine": "MANGNON_DATABASE_ENGINE",
    "portal": "MANGNON_DATABASE_PORTAL",
}


class NoWalls(DomainError):
    """Walls cannot be built on this database, or with these settings."""


@dataclass(frozen=True, slots=True)
class Roles:
    """The four names; the passwords of those that may have to be made."""

    owner: str
    desk: str
    engine: str
    portal: str
    passwords: dict[str, str]

    def __repr__(self) -> str:
        return f"Roles({self.owner}, {self.desk}, {self.engine}, {self.portal})"

    @property
    def lesser(self) -> tuple[str, str, str]:
        """The roles for which walls are built."""
        return self.desk, self.engine, self.portal


def flaws() -> Iterator[Sentence]:
    """Yield what keeps the settings from naming four roles."""
    named = settings.DATABASE_ROLES
    for role, variable in VARIABLES.items():
        if named[role] is None:
            yield Sentence(
                vi=f"Chưa đặt {variable}: mỗi vai trò {', '.join(VARIABLES)} cần một tài khoản "
                "PostgreSQL riêng.",
                en=f"{variable} is not set: each of {', '.join(VARIABLES)} needs a PostgreSQL "
                "role of its own.",
            )
    users = [one["USER"] for one in named.values() if one is not None]
    if len(set(users)) < len(users):
        yield Sentence(
            vi="Hai biến MANGNON_DATABASE… dùng cùng một tài khoản. Hãy đặt mỗi biến một tài khoản "
            "khác nhau.",
            en="Two of the variables MANGNON_DATABASE… name the same role. Name another in each.",
        )


def named_roles() -> Roles:
    """Return the roles; raises NoWalls where the settings do not name four."""
    for flaw in flaws():
        raise NoWalls(flaw)
    named = settings.DATABASE_ROLES
    users = {role: str(one["USER"]) for role, one in named.items()}
    return Roles(**users, passwords={one["USER"]: one["PASSWORD"] for one in named.values()})
