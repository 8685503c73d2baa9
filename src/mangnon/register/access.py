"""The register's door: one child, if it is there and within reach; else the same no for both."""

from uuid import UUID

from django.db.models import QuerySet

from mangnon.access.doors import Leave
from mangnon.access.errors import NotHere
from mangnon.register.models import Child
from mangnon.register.queries import file_kept_at


def child_within(leave: Leave, uuid: UUID) -> Child:
    """Return the child whose file is kept at a place that the leave covers; raises NotHere."""
    related = ("home", "data_key", "household__data_key")
    child = Child.objects.select_related(*related).filter(uuid=uuid).first()
    if child is None or not leave.covers([file_kept_at(child)]):
        raise NotHere
    return child


def children_within(leave: Leave) -> QuerySet[Child]:
    """Return the children who live at a place that the leave covers."""
    return Child.objects.filter(home_id__in=leave.places)
