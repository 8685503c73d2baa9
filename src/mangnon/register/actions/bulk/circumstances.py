"""Many spells of special circumstances, and the ends of many."""

from dataclasses import dataclass

import numpy as np
from django.db import transaction
from django.db.models import F, Q, QuerySet

from mangnon.audit.warrants import Warrant
from mangnon.bulk import Column, batches, update_columns
from mangnon.bulk.columns import plain
from mangnon.register import identity
from mangnon.register.actions.bulk import ends, judging
from mangnon.register.actions.bulk.residences import CHUNK
from mangnon.register.actions.changes import BULK, LIVING
from mangnon.register.actions.touching import touch_children, touch_written
from mangnon.register.models import Child, Circumstance
from mangnon.register.queries import places_of_children
from mangnon.text.sentence import Sentence

_FROM = Sentence(vi="Ngày bắt đầu hoàn cảnh", en="The first day of the circumstances")
_TO = Sentence(vi="Ngày kết thúc hoàn cảnh", en="The day the circumstances ended")
_FOUND = Sentence(vi="Ngày phát hiện", en="The day of identification")
_ISSUED = Sentence(vi="Ngày của giấy tờ", en="The day of the paper")
_NO_PAPER = Sentence(
    vi="Có số, ngày hoặc nơi cấp mà không có loại giấy tờ",
    en="There is a number, a day or an issuer, and no kind of paper",
)
_REASON = Sentence(vi="Lý do kết thúc không có trong danh mục", en="An end reason is not known")


@dataclass(frozen=True, slots=True)
class SpellsBatch:
    """n spells: ids of children and groups; ``identified_on`` None means valid_from.

    ``evidence``: ids of kinds of paper, None where there is none; ``numbers`` and ``issuers``
    of the papers are sealed under the children's keys, "" where they are not known.
    """

    children: Column
    groups: Column
    valid_from: Column
    identified_on: Column = None
    valid_to: Column = None
    end_reasons: Column = ""
    evidence: Column = None
    evidence_on: Column = None
    numbers: list[str] | None = None
    issuers: list[str] | None = None

    def __repr__(self) -> str:
        return "SpellsBatch(…)"  # a number never reaches a log or a traceback


@dataclass(frozen=True, slots=True)
class SpellEndsBatch:
    """The ends of n open spells, by the spells' ids."""

    spells: Column
    valid_to: Column
    end_reasons: Column


def add_spells(batch: SpellsBatch, *, warrant: Warrant) -> range:
    """Write spells; each begins after birth and while its group is in force.

    Raises WrongBatch with a sentence; then nothing is written.
    """
    warrant.demand(BULK)
    identified = batch.valid_from if batch.identified_on is None else batch.identified_on
    kept: dict[str, Column] = {
        "child_id": batch.children,
        "group_id": batch.groups,
        "valid_from": batch.valid_from,
        "valid_to": batch.valid_to,
        "end_reason": batch.end_reasons,
        "identified_on": identified,
        "evidence_id": batch.evidence,
        "evidence_on": batch.evidence_on,
    }
    count = batches.length_of(kept)
    if count == 0:
        return range(0)
    kept |= _papers(batch, count)
    began, found = batches.days(batch.valid_from, count), batches.days(identified, count)
    for what, days in ((_FROM, began), (_FOUND, found)):
        batches.refuse_future(what, days)
    ended = batches.days(batch.valid_to, count)
    batches.refuse_future(_TO, ended)
    judging.in_order(began, ended)
    batches.one_of(batch.end_reasons, ["", *Circumstance.End.values], _REASON)
    with transaction.atomic():
        ids = batches.write(Circumstance, kept)
        written = _judged(Circumstance.objects.filter(pk__gte=ids[0], pk__lte=ids[-1]), ids[0])
        touch_written(Circumstance, ids)
        ends.note(warrant, "add_spells", count, kept)
        places = places_of_children(written.values("child_id"))
        ends.changed(warrant, LIVING, places, batches.earliest(began, found))
    return ids


def _papers(batch: SpellsBatch, count: int) -> dict[str, Column]:
    """Judge the papers, and seal their numbers and issuers."""
    numbers, issuers = batch.numbers or [""] * count, batch.issuers or [""] * count
    batches.length_of({"children": batch.children, "numbers": numbers, "issuers": issuers})
    issued = batches.days(batch.evidence_on, count)
    batches.refuse_future(_ISSUED, issued)
    told = ~np.isnat(issued) | (np.array(numbers) != "") | (np.array(issuers) != "")
    batches.refuse_rows(np.isnan(batches.numbers(batch.evidence, count)) & told, _NO_PAPER)
    sealed = identity.seal_papers(plain(batch.children), numbers=numbers, issuers=issuers)
    return {"evidence_number_sealed": sealed[0], "evidence_issuer_sealed": sealed[1]}


def _judged(written: QuerySet[Circumstance], first: int) -> QuerySet[Circumstance]:
    """Refuse spells already written that cannot be; the transaction is undone."""
    batches.refuse_any(written.filter(_IMPOSSIBLE), _WHY, first)
    judging.lived_until_death(written, first, "valid_from", "valid_to")
    judging.lived_until_death(written, first, "identified_on")
    judging.under_sixteen(written, first)
    judging.no_group_twice(written, first)
    batches.refuse_any(judging.aged_out(written), judging.NOT_SIXTEEN, first)
    return written


def end_spells(batch: SpellEndsBatch, *, warrant: Warrant) -> int:
    """Close open spells. Raises WrongBatch with a sentence."""
    warrant.demand(BULK)
    kept: dict[str, Column] = {"valid_to": batch.valid_to, "end_reason": batch.end_reasons}
    count = batches.length_of({"id": batch.spells, **kept})
    if count == 0:
        return 0
    ended = batches.days(batch.valid_to, count)
    batches.refuse_future(_TO, ended)
    batches.one_of(batch.end_reasons, Circumstance.End.values, _REASON)
    with transaction.atomic():
        with judging.or_refuse(judging.ENDS_FIRST):
            done = update_columns(Circumstance, {"id": batch.spells}, kept, only="valid_to IS NULL")
        if done != count:
            raise batches.bad_rows(count - done, "?", _NOT_OPEN)
        _refuse_too_young(plain(batch.spells))
        touch_children(_children_of(plain(batch.spells)))
        ends.note(warrant, "end_spells", count, {"id": batch.spells, **kept})
        places = _places_of_spells(plain(batch.spells))
        ends.changed(warrant, LIVING, places, batches.earliest(ended))
    return done


def _refuse_too_young(spell_ids: list[int]) -> None:
    """Refuse ends by age before that age; the transaction is undone."""
    for first in range(0, len(spell_ids), CHUNK):
        some = spell_ids[first : first + CHUNK]
        early = judging.aged_out(Circumstance.objects.filter(pk__in=some))
        found = set(early.values_list("pk", flat=True))
        wrong = [row for row, pk in enumerate(some, first + 1) if pk in found]
        if wrong:
            raise batches.bad_rows(len(wrong), str(wrong[0]), judging.NOT_SIXTEEN)


def _children_of(spell_ids: list[int]) -> list[int]:
    children: set[int] = set()
    for first in range(0, len(spell_ids), CHUNK):
        some = Circumstance.objects.filter(pk__in=spell_ids[first : first + CHUNK])
        children.update(some.values_list("child_id", flat=True))
    return sorted(children)


def _places_of_spells(spell_ids: list[int]) -> set[int]:
    places: set[int] = set()
    for first in range(0, len(spell_ids), CHUNK):
        some = Circumstance.objects.filter(pk__in=spell_ids[first : first + CHUNK])
        places |= places_of_children(some.values("child_id"))
    return places


_IMPOSSIBLE = (
    Q(child__birth_precision=Child.Precision.DAY, valid_from__lt=F("child__birth_date"))
    | Q(valid_from__lt=F("group__valid_from"))
    | Q(valid_from__gte=F("group__valid_to"))
)
_WHY = Sentence(
    vi="Hoàn cảnh bắt đầu trước khi sinh, hoặc khi nhóm không có hiệu lực",
    en="Circumstances begin before birth, or while their group is not in force",
)
_NOT_OPEN = Sentence(
    vi="Hoàn cảnh không có hoặc đã kết thúc", en="A spell does not exist or has ended already"
)
