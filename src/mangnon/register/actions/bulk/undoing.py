"""Taking back many children that were entered at once, where nothing was recorded of them since."""

from collections.abc import Mapping

from django.db import transaction

from mangnon.audit.warrants import Warrant
from mangnon.register.actions.bulk import ends
from mangnon.register.actions.changes import LIVING, WRITE
from mangnon.register.actions.touching import touch_children
from mangnon.register.models import Child, DataKey, Residence, WeighRow

_OWN = {"residences"}  # what was entered with the child itself


def take_back_children(versions: Mapping[int, int], *, warrant: Warrant) -> set[int]:
    """Take back children who are as they were entered; returns who is left, for more is known.

    ``versions``: the version of each as it was left. As whoever is erased, a child taken back
    keeps its empty row and loses key, name, number and home: it lives and counts nowhere.
    """
    warrant.demand(WRITE)
    if not versions:
        return set()
    with transaction.atomic():
        standing = Child.objects.select_for_update().filter(pk__in=list(versions))
        same = {
            pk for pk, version in standing.values_list("pk", "version") if versions[pk] == version
        }
        gone = sorted(same - _known_of(same))
        if gone:
            _erase(gone, warrant)
    return set(versions) - set(gone)


def _erase(gone: list[int], warrant: Warrant) -> None:
    homes = Residence.objects.filter(child__in=gone)
    told = list(homes.values_list("place_id", "valid_from"))
    places, since = {place for place, _ in told}, min(day for _, day in told)
    keys = list(Child.objects.filter(pk__in=gone).values_list("data_key_id", flat=True))
    # Counted before its rows are gone from who is looked at within her own places.
    touch_children(gone)
    Child.objects.filter(pk__in=gone).update(
        name_sealed=None, document_sealed=None, data_key=None, household=None
    )
    DataKey.objects.filter(pk__in=keys).delete()
    homes.delete()
    touch_children(gone)
    ends.note(warrant, "take_back_children", len(gone), {"child_id": gone})
    ends.changed(warrant, LIVING, places, since, WRITE)


def _known_of(children: set[int]) -> set[int]:
    """Return of whom anything else is recorded: a weighing, a guardian, a circumstance, a move."""
    found: set[int] = set()
    for relation in Child._meta.related_objects:
        name, field = relation.get_accessor_name(), relation.field
        if name in _OWN or field.model is Child:
            continue
        rows = field.model._default_manager.filter(**{f"{field.name}__in": children})
        found.update(rows.values_list(f"{field.name}__pk", flat=True))
    moved = Residence.objects.filter(child__in=children, valid_to__isnull=False)
    # A weighing day's row has no name at the child, and is no relation of it above.
    typed = WeighRow.objects.filter(child__in=children).exclude(state=WeighRow.State.UNSEEN)
    for rows in (moved, typed):
        found.update(rows.values_list("child", flat=True))
    return found
