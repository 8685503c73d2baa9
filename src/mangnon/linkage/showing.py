"""Two files beside each other, and the list of pairs, filled for the page."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Count, Model, OuterRef, Prefetch, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _

from mangnon.linkage.models import Candidate
from mangnon.register import identity
from mangnon.register.ethnic import GROUPS
from mangnon.register.models import (
    Assistance,
    Child,
    Circumstance,
    Measurement,
    Plan,
    Residence,
)
from mangnon.register.showing.words import birth_words, sex_word
from mangnon.ui.parts import Cell, Column, Table
from mangnon.ui.templatetags.mangnon_ui import day, named

ETHNIC = dict(GROUPS)


class Row(NamedTuple):
    """One thing that both files tell, or not alike."""

    title: str
    first: str
    second: str

    @property
    def differs(self) -> bool:
        """Whether the two tell it otherwise."""
        return self.first != self.second


def list_table(
    key: str, caption: str, pairs: Iterable[Candidate], places: frozenset[int]
) -> Table | None:
    """Return the pairs as a table: how likely, where in her places, born when; no names."""
    rows = [
        [
            Cell(f"{one.score * 100:.0f}%", reverse("linkage:pair", args=[one.uuid])),
            Cell(_years(one)),
            Cell(_place_within(one.first, places)),
            Cell(_place_within(one.second, places)),
            Cell(str(one.get_state_display())),
            Cell(day(one.judged_on or one.found_on)),
        ]
        for one in pairs
    ]
    titles = [_("Khả năng là một trẻ"), _("Năm sinh"), _("Nơi ở (1)"), _("Nơi ở (2)"),
              _("Kết quả"), _("Ngày")]  # fmt: skip
    return Table(key, caption, [Column(one) for one in titles], rows) if rows else None


def files(*numbers: int) -> list[Child]:
    """Read files in the order asked, with whatever is set side by side of them."""
    homes = Prefetch("residences", Residence.objects.select_related("place").order_by("valid_from"))
    spells = Prefetch(
        "circumstances", Circumstance.objects.select_related("group").order_by("valid_from")
    )
    counts = {f"{name}_count": _counted(model) for name, model in _COUNTED.items()}
    related = ("home", "data_key", "household__data_key", "death")
    found = Child.objects.select_related(*related).annotate(**counts)
    rows = found.prefetch_related("guardians", homes, spells).in_bulk(numbers)
    return [rows[number] for number in numbers if number in rows]


_COUNTED: dict[str, type[Model]] = {
    "weighed": Measurement, "helped": Assistance, "planned": Plan,
}  # fmt: skip


def _counted(model: type[Model]) -> Coalesce:
    rows = model._default_manager.filter(child=OuterRef("pk")).order_by().values("child")
    return Coalesce(Subquery(rows.annotate(number=Count("pk")).values("number")), 0)


def beside(first: Child, second: Child) -> list[Row]:
    """Open what both files (``files``) hold, line by line."""
    return [Row(title, *(str(tell(one)) for one in (first, second))) for title, tell in (
        (_("Họ và tên"), lambda one: identity.open_name(one) or "–"),
        (_("Ngày sinh"), birth_words),
        (_("Giới tính"), lambda one: sex_word(one.sex)),
        (_("Số giấy tờ"), _document),
        (_("Dân tộc"), lambda one: ETHNIC.get(one.ethnic_group, one.ethnic_group)),
        (_("Người chăm sóc"), _guardians),
        (_("Nơi ở hiện nay"), _place),
        (_("Các nơi đã ở"), _homes),
        (_("Hoàn cảnh đặc biệt"), _circumstances),
        (_("Số lần cân đo"), lambda one: one.weighed_count),
        (_("Số lần trợ giúp"), lambda one: one.helped_count),
        (_("Số kế hoạch hỗ trợ"), lambda one: one.planned_count),
        (_("Ngày mất"), _died),
    )]  # fmt: skip


def _document(child: Child) -> str:
    """Show the last four figures: enough to compare."""
    number = identity.open_document(child) or ""
    return f"•••• {number[-4:]}" if number else "–"


def _guardians(child: Child) -> str:
    return "; ".join(identity.open_guardian(one) or "–" for one in child.guardians.all()) or "–"


def _place(child: Child) -> str:
    return named(child.home) if child.home else "–"


def _place_within(child: Child, places: frozenset[int]) -> str:
    """Tell where a child lives to who may know it: it may have moved out of her places since."""
    return _place(child) if child.home_id in places else "–"


def _homes(child: Child) -> str:
    told = (f"{named(one.place)} ({day(one.valid_from)})" for one in child.residences.all())
    return "; ".join(told) or "–"


def _circumstances(child: Child) -> str:
    return "; ".join(named(one.group) for one in child.circumstances.all()) or "–"


def _died(child: Child) -> str:
    death = getattr(child, "death", None)
    return day(death.died_on) if death else "–"


def _years(one: Candidate) -> str:
    years = sorted({one.first.birth_date.year, one.second.birth_date.year})
    return " / ".join(map(str, years))
