"""Two files beside each other, and the list of pairs, filled for the page."""

from collections.abc import Iterable
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from mangnon.linkage.models import Candidate
from mangnon.register import identity
from mangnon.register.models import Child
from mangnon.register.showing.words import birth_words, sex_word
from mangnon.ui.parts import Cell, Column, Table
from mangnon.ui.templatetags.mangnon_ui import day, named


class Row(NamedTuple):
    """One thing that both files tell, or not alike."""

    title: str
    first: str
    second: str

    @property
    def differs(self) -> bool:
        """Whether the two tell it otherwise."""
        return self.first != self.second


def list_table(key: str, caption: str, pairs: Iterable[Candidate]) -> Table | None:
    """Return the pairs as a table: how likely, where, born when; no names."""
    rows = [
        [
            Cell(f"{one.score * 100:.0f}%", reverse("linkage:pair", args=[one.uuid])),
            Cell(_years(one)),
            Cell(_place(one.first)),
            Cell(_place(one.second)),
            Cell(str(one.get_state_display())),
            Cell(day(one.judged_on or one.found_on)),
        ]
        for one in pairs
    ]
    titles = [_("Khả năng là một trẻ"), _("Năm sinh"), _("Nơi ở (1)"), _("Nơi ở (2)"),
              _("Kết quả"), _("Ngày")]  # fmt: skip
    return Table(key, caption, [Column(one) for one in titles], rows) if rows else None


def beside(first: Child, second: Child) -> list[Row]:
    """Open what both files hold, line by line."""
    return [Row(title, *(tell(one) for one in (first, second))) for title, tell in (
        (_("Họ và tên"), lambda one: identity.open_name(one) or "–"),
        (_("Ngày sinh"), birth_words),
        (_("Giới tính"), lambda one: str(sex_word(one.sex))),
        (_("Số giấy tờ"), _document),
        (_("Người chăm sóc"), _guardians),
        (_("Nơi ở hiện nay"), _place),
        (_("Các nơi đã ở"), _homes),
        (_("Số lần cân đo"), lambda one: str(one.measurements.count())),
        (_("Hoàn cảnh đặc biệt"), _circumstances),
        (_("Số lần trợ giúp"), lambda one: str(one.assistance.count())),
    )]  # fmt: skip


def _document(child: Child) -> str:
    """Show the last four figures: enough to compare."""
    number = identity.open_document(child) or ""
    return f"•••• {number[-4:]}" if number else "–"


def _guardians(child: Child) -> str:
    return "; ".join(identity.open_guardian(one) or "–" for one in child.guardians.all()) or "–"


def _place(child: Child) -> str:
    return named(child.home) if child.home else "–"


def _homes(child: Child) -> str:
    spells = child.residences.select_related("place").order_by("valid_from")
    return "; ".join(f"{named(one.place)} ({day(one.valid_from)})" for one in spells) or "–"


def _circumstances(child: Child) -> str:
    spells = child.circumstances.select_related("group").order_by("valid_from")
    return "; ".join(named(one.group) for one in spells) or "–"


def _years(one: Candidate) -> str:
    years = sorted({one.first.birth_date.year, one.second.birth_date.year})
    return " / ".join(map(str, years))
