"""Promises, for those who search: a target as it is printed and as it is read."""

from collections.abc import Collection, Iterator

from mangnon.finding.providing import LANGUAGES, Offer, Provider, page_address, provide
from mangnon.programme.models import Target
from mangnon.text.sentence import Sentence

KIND = "promise"


def offers(keys: Collection[str] | None) -> Iterator[Offer]:
    """Offer targets in both languages."""
    rows = Target.objects.select_related("document", "indicator", "objective")
    for one in rows if keys is None else rows.filter(code__in=keys):
        for language in LANGUAGES:
            texts = (
                *(getattr(one, f"{stem}_{language}") for stem in ("as_read", "reading_note")),
                *(getattr(of, f"{stem}_{language}") for of, stem in _above(one)),
            )
            yield Offer(
                *(one.code, language, page_address("promise", language, code=one.code)),
                title=getattr(one, f"title_{language}"),
                label=f"{one.code} · {one.document.number}".rstrip(" ·"),
                summary=getattr(one, f"as_printed_{language}"),
                body=" ".join(texts),
                boost=2,
            )


def _above(one: Target) -> tuple[tuple[object, str], ...]:
    return (one.indicator, "name"), (one.objective, "title"), (one.document, "title")


provide(Provider(KIND, Sentence("Lời hứa", "Promises"), offers))
