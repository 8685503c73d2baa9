"""Second factors and typed words: sealed under the key ring, they follow when it changes."""

from collections import Counter
from collections.abc import Sequence

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.db.models import QuerySet

from mangnon.access.adapters import SEALED_AS
from mangnon.access.models import Typed
from mangnon.access.sealing import key_of, rewrapped
from mangnon.access.worded import Worded, kinds
from mangnon.audit.keys import ring
from mangnon.audit.warrants import Warrant
from mangnon.text.sentence import Sentence
from mangnon.vault import key_id_of

BATCH = 500  # records with words; whoever writes one waits for a batch at most
_FIELDS = ("secret", "seed")  # of an app, and of recovery codes; a passkey keeps nothing secret


def factors_by_key() -> Counter[str]:
    """Count the second factors under each key of the ring."""
    return Counter(
        key_of(data[field], bound_to=SEALED_AS)
        for data in Authenticator.objects.values_list("data", flat=True)
        for field in _FIELDS
        if field in data
    )


def rewrap_factors(*, warrant: Warrant) -> int:
    """Lock every second factor under the ring's primary key; return how many were not."""
    warrant.demand("keys.rotate")
    primary, done = ring().primary, 0
    with transaction.atomic():
        for one in Authenticator.objects.select_for_update().order_by("pk"):
            stale = [
                field
                for field in _FIELDS
                if field in one.data and key_of(one.data[field], bound_to=SEALED_AS) != primary
            ]
            for field in stale:
                one.data[field] = rewrapped(one.data[field], bound_to=SEALED_AS)
            if stale:
                one.save(update_fields=["data"])
                done += 1
    return done


def words_by_key() -> list[tuple[Sentence, Counter[str]]]:
    """Count the typed words under each key of the ring, one kind of record after the other."""
    return [
        (
            kind.what,
            Counter(
                key_of(record.words_sealed, bound_to=record.subject)
                for record in _bare(kind).iterator(chunk_size=5000)
            ),
        )
        for kind in kinds()
    ]


def drafts_by_key() -> Counter[str]:
    """Count the forms that somebody is in the middle of under each key of the ring."""
    drafts = Typed.objects.values_list("wrapped_key", flat=True).iterator()
    return Counter(key_id_of(wrapped) for wrapped in drafts)


def rewrap_words(*, warrant: Warrant) -> int:
    """Lock the words of every record under the ring's primary key; return how many were not."""
    warrant.demand("keys.rotate")
    return sum(_rewrap_kind(kind) for kind in kinds())


def _rewrap_kind(kind: type[Worded]) -> int:
    last, done = 0, 0
    while some := list(_bare(kind).filter(pk__gt=last)[:BATCH]):
        last = some[-1].pk
        done += _rewrap_some(kind, [record.pk for record in some if _is_stale(record)])
    return done


def _rewrap_some(kind: type[Worded], numbers: Sequence[int]) -> int:
    """Lock some anew as they are now: what was changed or dropped meanwhile stays so."""
    with transaction.atomic():
        held = list(_bare(kind).filter(pk__in=numbers).select_for_update())
        for record in held:
            record.words_sealed = rewrapped(record.words_sealed, bound_to=record.subject)
        kind.objects.bulk_update(held, ["words_sealed"])
    return len(held)


def _bare(kind: type[Worded]) -> QuerySet[Worded]:
    return kind.objects.only("uuid", "words_sealed").order_by("pk")


def _is_stale(record: Worded) -> bool:
    return key_of(record.words_sealed, bound_to=record.subject) != ring().primary
