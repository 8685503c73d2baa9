"""The register's door: one child, if it is there and within reach; else the same no for both.

A record of a child is reached through the child, by a token that says nothing of its number.
"""

from typing import TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet

from mangnon.access.doors import Leave
from mangnon.access.errors import NotHere
from mangnon.access.tokens import number_of, token
from mangnon.register.models import Child
from mangnon.register.queries import file_kept_at

Record = TypeVar("Record", bound=Model)


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


def token_of(record: Model, child: Child) -> UUID:
    """Return what stands for a record of a child in an address under the child's own."""
    return token(record._meta.label_lower, record.pk, of=child.pk)


def record_within(records: QuerySet[Record], told: UUID, child: Child) -> Record:
    """Return the one of a child's records that a token stands for; raises NotHere."""
    number = number_of(records.model._meta.label_lower, told, of=child.pk)
    found = None if number is None else records.filter(pk=number).first()
    if found is None:
        raise NotHere
    return found
