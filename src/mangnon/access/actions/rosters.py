"""Inviting many at once: the good rows of a spreadsheet, in one transaction."""

from collections.abc import Sequence
from uuid import UUID, uuid4

from django.db import transaction

from mangnon.access.actions.invitations import Invited, invite
from mangnon.access.actions.roles import give_role
from mangnon.access.models import User
from mangnon.access.roster import Judged
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant


def invite_many(rows: Sequence[Judged], *, warrant: Warrant) -> list[Invited]:
    """Invite everybody of the good rows; who has an account already gets the role alone.

    Roles that wait for a second administrator are one batch, confirmed at once. Returns who got
    a code. The same rows a second time change nothing: they are done.
    """
    warrant.demand("people.manage", {row.place.pk for row in rows if row.good and row.place})
    invited, batch = [], uuid4()
    with transaction.atomic():
        for row in rows:
            if row.good:
                invited += _invited(row, batch, warrant)
        record(warrant, "people.invite_many", data={"invited": len(invited), "rows": len(rows)})
    return invited


def _invited(row: Judged, batch: UUID, warrant: Warrant) -> list[Invited]:
    assert row.place is not None
    user = User.objects.filter(username=row.username).first()
    if user is not None:
        give_role(user, row.role, row.place, basis=row.basis, batch=batch, warrant=warrant)
        return []
    done = invite(
        row.username,
        name=row.name,
        role=row.role,
        place=row.place,
        email=row.email,
        basis=row.basis,
        batch=batch,
        warrant=warrant,
    )
    return [done]
