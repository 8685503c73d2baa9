"""Writing lines of reports out of a spreadsheet, and taking them back: as they are typed."""

from collections.abc import Sequence

from django.db import transaction

from mangnon.aggregates.actions.filling import Typed, type_figure
from mangnon.aggregates.models import Figure
from mangnon.audit.warrants import Warrant
from mangnon.imports.errors import EDITED
from mangnon.imports.sheets import Row, Scope, Written
from mangnon.text.sentence import DomainError, Sentence


def write_totals(rows: Sequence[Row], scope: Scope, warrant: Warrant) -> list[Written]:
    """Type each line; what stood there before is kept beside."""
    written = []
    for row in rows:
        told = row.values
        place, start, item = told["place_of"], told["start"], told["item"]
        before = Figure.objects.filter(
            report__place=place, report__period_start=start, item=item
        ).first()
        typed = Typed(told["numerator"], told["denominator"], seen=told["seen"])
        try:
            with transaction.atomic():
                done = type_figure(item.form, place, start, item, typed, warrant=warrant)
        except DomainError as error:
            row.doubt("", error.sentence)
            continue
        stood = [before.typed_numerator, before.typed_denominator] if before else ["", ""]
        written.append(Written(row.number, [done.pk, done.version, *stood]))
    return written


def take_totals_back(
    written: Sequence[Written], scope: Scope, warrant: Warrant
) -> dict[int, Sentence]:
    """Type again what stood before; a line typed or sent since is left."""
    left: dict[int, Sentence] = {}
    for one in written:
        pk, version, numerator, denominator = one.entry
        rows = Figure.objects.select_related("report__form", "report__place", "item__indicator")
        figure = rows.filter(pk=pk, version=version).first()
        if figure is None:
            left[one.row] = EDITED
            continue
        report, typed = figure.report, Typed(numerator, denominator, seen=version)
        try:
            with transaction.atomic():
                type_figure(
                    report.form, report.place, report.period_start, figure.item, typed,
                    warrant=warrant,
                )  # fmt: skip
        except DomainError as error:
            left[one.row] = error.sentence
    return left
