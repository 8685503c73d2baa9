"""Writing down the pairs that were found: numbers and a score, nothing else."""

from collections.abc import Sequence

from django.db import transaction

from mangnon import clock
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.linkage.finding import Pair
from mangnon.linkage.models import Candidate

JUDGE = "linkage.judge"


def stage(pairs: Sequence[Pair], *, compared: int, warrant: Warrant) -> int:
    """Keep the pairs that are new; one that was judged stays as it was judged."""
    warrant.demand(JUDGE)
    today = clock.today()
    with transaction.atomic():
        known = set(Candidate.objects.values_list("first_id", "second_id"))
        ordered = {(min(a, b), max(a, b)): score for a, b, score in pairs}
        new = [
            Candidate(first_id=first, second_id=second, score=score, found_on=today)
            for (first, second), score in ordered.items()
            if (first, second) not in known
        ]
        Candidate.objects.bulk_create(new, batch_size=1000)
        record(warrant, "linkage.find", data={"compared": compared, "found": len(new)})
    return len(new)
