"""Of what a follower is told: when a document's force, relations or words are other than before."""

import hashlib
import json

from mangnon import clock
from mangnon.legislation.models import Document
from mangnon.legislation.queries import standings_around


def state_of(document: Document) -> str:
    """Return the digest of all that a follower wants to hear of."""
    verdict = standings_around([document.pk], clock.today())[document.pk]
    ties = document.related_from.order_by("pk").values_list(
        "source__code", "kind", "source_clause", "target_clause", "part", "on", "until"
    )
    words = hashlib.sha256()
    for text in document.clauses.values_list("text", flat=True).iterator(chunk_size=500):
        words.update(text.encode())
    told = [str(verdict.standing), str(verdict.since), [list(map(str, one)) for one in ties]]
    return hashlib.sha256(json.dumps([*told, words.hexdigest()]).encode()).hexdigest()
