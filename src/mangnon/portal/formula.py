"""An indicator's formula: its parts in words, its expressions, the compiled statement."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from mangnon.indicators.compile import compiled_for
from mangnon.indicators.datasets import dataset
from mangnon.indicators.declaration import Declaration, Measure
from mangnon.portal.editions import Edition
from mangnon.ui.parts import Cell, Column, Table


@dataclass(frozen=True, slots=True)
class Part:
    """Numerator or denominator: of which rows, under which condition."""

    name: str
    rows: str
    expression: str


def parts_of(edition: Edition, declared: Declaration) -> list[Part]:
    """Return numerator and denominator; empty where figures are only reported."""
    named = ((_("Tử số"), declared.numerator), (_("Mẫu số"), declared.denominator))
    return [_part(edition, name, measure) for name, measure in named if measure is not None]


def _part(edition: Edition, name: str, measure: Measure) -> Part:
    rows = _("Đếm trong: %(rows)s") % {"rows": edition.say(dataset(measure.dataset))}
    return Part(name, rows, measure.value)


def formula_words(declared: Declaration) -> str:
    """Say the division."""
    if declared.unit == "count":
        return _("Số đếm, không có phép chia.")
    times = {"percent": _(", nhân 100"), "per_mille": _(", nhân 1.000")}.get(declared.unit, "")
    return _("Tử số chia cho mẫu số%(times)s; cộng các xã rồi mới chia.") % {"times": times}


def statements(declared: Declaration) -> list[tuple[str, str]]:
    """Return the compiled statements that count it, by dataset."""
    return [(scan.dataset, scan.sql) for scan in compiled_for(declared)]


def column_tables(edition: Edition, declared: Declaration) -> list[Table]:
    """Return the documented columns of every dataset that the indicator reads."""
    codes = dict.fromkeys(measure.dataset for measure in declared.measures)
    return [_columns(edition, code) for code in codes]


def _columns(edition: Edition, code: str) -> Table:
    source = dataset(code)
    rows: Sequence[Sequence[Cell]] = [
        [Cell(column.name), Cell(edition.say(column)), Cell(column.type)]
        for column in source.columns
    ]
    head = [Column(_("Cột")), Column(_("Nghĩa")), Column(_("Kiểu"))]
    return Table(f"columns-{code}", f"{code}: {edition.say(source)}", head, rows)
