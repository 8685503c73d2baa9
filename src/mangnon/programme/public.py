"""What public pages may ask of the plan beside its figures."""

from django.db.models import Q

from mangnon.programme.models import Target


def resting_on(document_id: int) -> list[Target]:
    """Return the targets that a document sets or prints, in the plan's order; one query."""
    rests = Q(document=document_id) | Q(printed_in=document_id) | Q(clause__document=document_id)
    found = Target.objects.filter(rests).distinct()
    return list(found.select_related("document", "printed_in", "clause"))
