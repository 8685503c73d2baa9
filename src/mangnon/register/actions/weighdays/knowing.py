"""What the register knows of the children of a session, in two questions for all of them."""

from collections import defaultdict
from collections.abc import Iterable

from mangnon.register.actions.weighdays.judging import Known
from mangnon.register.actions.weighdays.reading import TypedValues
from mangnon.register.identity import open_weighing_note
from mangnon.register.models import Child, Death, Measurement, WeighRow

_WEIGHED = (
    "child", "measured_on", "weight_kg", "length_cm", "position", "oedema", "waz", "haz",
)  # fmt: skip


def known_of(children: Iterable[Child]) -> dict[int, Known]:
    """Return, by id, what a weighing of each child is held against."""
    by_id = {child.pk: child for child in children}
    weighings: dict[int, list[Measurement]] = defaultdict(list)
    kept = Measurement.objects.filter(child__in=by_id).order_by("measured_on", "pk")
    for one in kept.only(*_WEIGHED):
        weighings[one.child_id].append(one)
    died = set(Death.objects.filter(child__in=by_id).values_list("child_id", flat=True))
    return {pk: Known(child, weighings[pk], pk in died) for pk, child in by_id.items()}


def standing(row: WeighRow) -> TypedValues:
    """Return what stands in a row, its note opened."""
    return TypedValues.of(row, open_weighing_note(row.child, row.note_sealed) or "")
