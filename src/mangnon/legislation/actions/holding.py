"""Whether a document is held: it follows what is kept here, words or an original."""

from django.db.models import Q

from mangnon.legislation.models import Document
from mangnon.legislation.reading.parting import PREAMBLE


def words_read(before: str = "") -> Q:
    """Return which clauses were read here, not brought by a pack."""
    said = {"level__gt": "", "unplaced": True, "anchor": PREAMBLE}
    return Q(*((f"{before}{name}", value) for name, value in said.items()), _connector=Q.OR)


def settle_held(document: Document) -> None:
    """Write whether anything of a document is kept; the caller's act records what it did."""
    kept = document.originals.filter(kept_on__isnull=False)
    held = document.clauses.filter(words_read()).exists() or kept.exists()
    if held != document.held:
        document.held = held
        document.save(update_fields=["held"])
