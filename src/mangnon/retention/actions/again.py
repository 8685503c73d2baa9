"""Erasing again whoever was erased since a backup was made."""

from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.register.actions.touching import touch_children
from mangnon.register.models import Child
from mangnon.retention import listed
from mangnon.retention.actions.clearing import clear, overwrite_what_goes
from mangnon.retention.actions.erasing import ERASE
from mangnon.retention.models import Erasure


def erase_again(*, warrant: Warrant) -> int:
    """Erase whoever stands in the list and has a key again; part of the caller's transaction."""
    warrant.demand(ERASE)
    overwrite_what_goes()
    told = {one.child: one for one in listed.lines()}
    known = set(Erasure.objects.values_list("child", flat=True))
    again = Child.objects.filter(uuid__in=[*told, *known], data_key__isnull=False)
    ids = list(again.values_list("pk", flat=True))
    if ids:
        clear(ids)
        touch_children(ids)
        record(warrant, "retention.erase_again", data={"children": len(ids)})
    Erasure.objects.bulk_create(
        Erasure(child=one.child, erased_on=one.day, why=one.why, by=warrant.actor)
        for one in told.values()
        if one.child not in known
    )
    return len(ids)
