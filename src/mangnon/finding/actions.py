"""Writing: the index, what changed at once or everything again; synonyms; what nobody found."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple

from django.db import transaction
from django.db.models import QuerySet

from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.finding import index, versions
from mangnon.finding.models import Entry, Missed, Word
from mangnon.finding.parts import laid_out
from mangnon.finding.providing import Offer, Provider, provider_of, providers
from mangnon.finding.terms import terms_of
from mangnon.finding.vocabulary import Vocabulary
from mangnon.packsync import Difference, Key, Sheet, Table
from mangnon.packsync.actions import put, remove
from mangnon.text.document_numbers import document_key

_CHUNK = 400  # entries written in one transaction: SQLite lets others write in between
_ASKED = 10_000  # words asked for at once
_TITLE, _LABEL = 500, 300


class Heard(NamedTuple):
    """A search that found nothing, on a day: its folded words, its language."""

    on: date
    words: str
    language: str


Report = Callable[[int, int], None]  # kinds that are done, of how many


def refresh(kind: str, keys: Collection[str]) -> None:
    """Write again what a subject offers of some keys; call it in the transaction of the change."""
    asked = set(keys)
    if not asked:
        return
    provider = provider_of(kind)
    with transaction.atomic():
        versions.bump(kind)  # first: who writes at the same time waits here, and holds no word
        _drop(Entry.objects.filter(kind=kind, key__in=asked))
        _put_new(_write(provider, provider.offers(asked)))


def refresh_all(kind: str) -> None:
    """Write again all that a subject offers of a kind, and drop what it no longer offers."""
    provider = provider_of(kind)
    with transaction.atomic():
        versions.bump(kind)
        _drop(Entry.objects.filter(kind=kind))
        _put_new(_write(provider, provider.offers(None)))


def _put_new(words: Vocabulary) -> None:
    """Write the words that the index does not know yet; most it does."""
    listed, known = words.words, set[str]()
    for start in range(0, len(listed), _ASKED):
        asked = Word.objects.filter(word__in=listed[start : start + _ASKED])
        known.update(asked.values_list("word", flat=True))
    new = words.rows(without=known)
    Word.objects.bulk_create(new, batch_size=2000, ignore_conflicts=True)


def rebuild(report: Report = lambda done, total: None) -> int:
    """Ask every subject for everything, and count the words again; say how many entries stand.

    Chunk by chunk, each in a transaction of its own: readers find what stands, writers get in.
    """
    words, standing = Vocabulary(), 0
    index.begin()
    for number, provider in enumerate(providers()):
        report(number, len(providers()))
        kept = _rebuilt(provider, words)
        standing += len(kept)
        gone = Entry.objects.filter(kind=provider.kind).only("key", "language")
        _drop_in_chunks(one.pk for one in gone.iterator() if (one.key, one.language) not in kept)
    offered = [one.kind for one in providers()]
    strays = Entry.objects.exclude(kind__in=offered).values_list("pk", flat=True)
    _drop_in_chunks(strays.iterator())
    with transaction.atomic():
        Word.objects.all().delete()
        Word.objects.bulk_create(words.rows(), batch_size=2000)
        versions.bump()
    index.settle()
    report(len(providers()), len(providers()))
    return standing


def _rebuilt(provider: Provider, words: Vocabulary) -> set[tuple[str, str]]:
    kept: set[tuple[str, str]] = set()
    for chunk in _chunks(one for one in provider.offers(None) if one.address):
        named = {(one.key, one.language) for one in chunk}
        with transaction.atomic():
            stood = Entry.objects.filter(kind=provider.kind, key__in={key for key, _ in named})
            again = [one.pk for one in stood if (one.key, one.language) in named]
            _drop(Entry.objects.filter(pk__in=again))
            words.add(_write(provider, chunk))
            versions.bump(provider.kind)
        kept |= named
    return kept


def _chunks(offers: Iterable[Offer]) -> Iterator[list[Offer]]:
    waiting = iter(offers)
    while chunk := list(islice(waiting, _CHUNK)):
        yield chunk


def _drop_in_chunks(ids: Iterable[int]) -> None:
    waiting = iter(list(ids))
    while chunk := list(islice(waiting, _CHUNK)):
        with transaction.atomic():
            _drop(Entry.objects.filter(pk__in=chunk))
            versions.bump()


def _drop(entries: QuerySet[Entry]) -> None:
    index.forget(entries)
    entries.delete()


def _write(provider: Provider, offers: Iterable[Offer]) -> Vocabulary:
    """Insert what is offered; nothing may stand yet under the same key and language."""
    words = Vocabulary()
    for chunk in _chunks(one for one in offers if one.address):
        if not Entry.objects.exists():
            index.clear()
        read = [(entry, index.words_in(entry)) for entry in (_entry(provider, o) for o in chunk)]
        for entry, texts in read:
            entry.title_words = min(len(texts[0].folded), 32_000)
            words.count(texts)
        index.add([entry for entry, _ in read], [terms_of(*texts) for _, texts in read])
    return words


def _entry(provider: Provider, offer: Offer) -> Entry:
    keys = (document_key(one) for one in offer.numbers)
    body, parts = laid_out(offer)
    return Entry(
        kind=provider.kind, key=offer.key, language=offer.language, address=offer.address,
        title=offer.title[:_TITLE], label=offer.label[:_LABEL], summary=offer.summary,
        body=body, parts=parts, on=offer.on, year=offer.on.year if offer.on else None,
        places=" ".join(offer.places), numbers=" ".join(key for key in keys if key),
        boost=max(-5.0, min(5.0, offer.boost)),
    )  # fmt: skip


def put_synonyms(synonyms: Sheet, *, warrant: Warrant) -> Difference:
    """Write the synonyms that a pack brings; what editors added stays."""
    warrant.demand("packs.apply")
    with transaction.atomic():
        done = put(synonyms)
        if not done.is_empty:
            counts = {"added": len(done.added), "changed": len(done.changed)}
            record(warrant, "finding.put_synonyms", data=counts)
            versions.bump()
    return done


def withdraw(table: Table, keys: Iterable[Key], *, warrant: Warrant) -> None:
    """Remove synonyms that a pack no longer brings."""
    warrant.demand("packs.apply")
    listed: Sequence[Key] = list(keys)
    if not listed:
        return
    with transaction.atomic():
        remove(table, listed)
        record(warrant, "finding.withdraw", data={"table": table.kind, "rows": len(listed)})
        versions.bump()


def add_missed(heard: Mapping[Heard, int]) -> None:
    """Add how often each was sought in vain; no row is read or changed, so none can be learned."""
    Missed.objects.bulk_create(
        Missed(on=one.on, words=one.words, language=one.language, times=times)
        for one, times in heard.items()
    )


def forget_missed(before: date) -> int:
    """Forget what was sought in vain before a day; say how many rows that were."""
    return Missed.objects.filter(on__lt=before).delete()[0]
