"""What is doubtful in the library: a fault names the document, what is wrong, what to do."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mangnon.legislation.models import Clause, Document, Relation
from mangnon.legislation.standing.compute import effect_of, standings
from mangnon.legislation.standing.graph import Key, Paper, Tie, Verdict
from mangnon.legislation.standing.loops import loop_in
from mangnon.legislation.standing.words import RESTING, Standing
from mangnon.text.sentence import Sentence

_HOLDS = {Standing.IN_FORCE, Standing.EXPIRED_PART, Standing.SUSPENDED_PART}


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: its kind for machines, the document's code, the sentence."""

    kind: str
    code: str
    sentence: Sentence


def faults(day: date) -> list[Fault]:
    """Judge the whole library as it stands on a day; four queries."""
    documents = {one.pk: one for one in Document.objects.order_by("code")}
    relations = list(Relation.objects.order_by("pk"))
    papers = {
        pk: Paper(pk, one.issued_on, one.in_force_from, one.expired_on)
        for pk, one in documents.items()
    }
    ties = [Tie(r.source_id, r.kind, r.target_id, r.on, r.until, r.part, r.pk) for r in relations]
    verdicts = standings(papers.values(), ties, day)
    found = [fault for one in documents.values() for fault in _of_dates(one)]
    found += _of_numbers(documents.values())
    found += _of_ties(documents, papers, ties)
    found += _of_ground(documents, ties, verdicts)
    found += _of_clauses(documents, relations)
    return [*found, *_of_sources(documents, papers, ties)]


def _of_dates(one: Document) -> Iterator[Fault]:
    if one.issued_on is None:
        yield _fault(
            "no_issue",
            one,
            "chưa có ngày ban hành — xem bản gốc",
            "has no day of issue — see the original",
        )
    if one.in_force_from is None:
        yield _fault(
            "no_start",
            one,
            "chưa có ngày có hiệu lực — xem bản gốc",
            "has no day of entry into force — see the original",
        )
    first = max(filter(None, (one.in_force_from, one.issued_on)), default=None)
    if one.expired_on and first and one.expired_on < first:
        yield _fault(
            "ends_first",
            one,
            f"hết hiệu lực {one.expired_on} trước {first} — xem lại",
            f"expired on {one.expired_on}, before {first} — see again",
        )
    if one.issued_on and one.in_force_from and one.in_force_from < one.issued_on:
        yield _fault("starts_first", one, "có hiệu lực trước ngày ban hành — xem lại hai ngày",
                     "came into force before it was issued — see both days")  # fmt: skip


def _of_numbers(documents: Iterable[Document]) -> Iterator[Fault]:
    seen: dict[tuple[str, str], Document] = {}
    for one in documents:
        if not one.number_key:
            continue
        first = seen.setdefault((one.number_key, one.issuer_vi), one)
        if first is not one:
            yield _fault("one_number", one, f"cùng số, cùng cơ quan với “{first.code}” — phân biệt "
                         "bằng ngày ban hành, hoặc bỏ một dòng", f"has number and issuer of "
                         f"“{first.code}” — tell them apart by day, or drop one")  # fmt: skip


def _of_ties(
    documents: Mapping[int, Document], papers: Mapping[Key, Paper], ties: Sequence[Tie]
) -> Iterator[Fault]:
    """Yield relations that contradict dates or one another, and those that act on the dead."""
    circle = loop_in(ties)
    if circle:
        shown = " → ".join(documents[int(str(one))].code for one in circle)
        yield _fault(
            "circle",
            documents[int(str(circle[0]))],
            f"thay thế, bãi bỏ nhau thành vòng: {shown} — bỏ một quan hệ",
            f"replace one another in a circle: {shown} — drop one relation",
        )
    last = standings(papers.values(), ties, date.max)
    yield from _of_two_ends(documents, papers, ties, last)
    for one in ties:
        source, target = documents[int(str(one.source))], documents[int(str(one.target))]
        when, end = effect_of(one, papers), last[one.target].since
        if one.on and source.issued_on and one.on < source.issued_on:
            yield _fault(
                "before_issue",
                source,
                f"tác động tới “{target.code}” trước khi ban hành — xem lại ngày",
                f"acts on “{target.code}” before its issue — see again",
            )
        if one.ends and when and target.expired_on and when != target.expired_on:
            yield _fault(
                "two_ends",
                target,
                f"ghi hết hiệu lực {target.expired_on}, mà “"
                f"{source.code}” {one.kind} từ {when} — chọn một ngày",
                f"expires on {target.expired_on}, yet “{source.code}” {one.kind} it from "
                f"{when} — choose one day",
            )
        if one.until and when and one.until <= when:
            yield _fault("until_first", source, f"tác động tới “{target.code}” đến trước "
                         f"{one.until} mà từ {when} — xem lại hai ngày", f"acts on “{target.code}” "
                         f"until {one.until}, yet from {when} — see both days")  # fmt: skip
        ended = last[one.target].standing == Standing.EXPIRED
        if ended and one.matters and not one.ends and when and end and when >= end:
            yield _fault("dead_target", source, f"{one.kind} “{target.code}” sau khi văn bản hết "
                         f"hiệu lực {end} — xem lại", f"{one.kind} “{target.code}” after its end, "
                         f"{end} — see again")  # fmt: skip


def _of_two_ends(
    documents: Mapping[int, Document],
    papers: Mapping[Key, Paper],
    ties: Sequence[Tie],
    last: Mapping[Key, Verdict],
) -> Iterator[Fault]:
    """Yield documents that two others wholly end on different days, their own day not known."""
    first: dict[Key, tuple[date, Tie]] = {}
    for one in ties:
        when = effect_of(one, papers)
        if not one.ends or when is None or papers[one.target].expired_on or _void(one, when, last):
            continue
        day, other = first.setdefault(one.target, (when, one))
        if day != when:
            by, too = documents[int(str(other.source))].code, documents[int(str(one.source))].code
            yield _fault("two_ends", documents[int(str(one.target))], f"“{by}” {other.kind} từ "
                         f"{day}, mà “{too}” {one.kind} từ {when} — chọn một ngày", f"“{by}” "
                         f"{other.kind} it from {day}, yet “{too}” {one.kind} it from {when} — "
                         "choose one day")  # fmt: skip


def _void(one: Tie, when: date, last: Mapping[Key, Verdict]) -> bool:
    """Whether the source had ended before its relation would have taken effect."""
    source = last[one.source]
    ended = source.standing == Standing.EXPIRED
    return ended and source.since is not None and source.since < when


def _of_ground(
    documents: Mapping[int, Document], ties: Sequence[Tie], verdicts: Mapping[Key, Verdict]
) -> Iterator[Fault]:
    for one in ties:
        holds = verdicts[one.source].standing in _HOLDS
        if one.kind in RESTING and holds and verdicts[one.target].standing == Standing.EXPIRED:
            source, target = documents[int(str(one.source))], documents[int(str(one.target))]
            yield _fault("rests_on_ended", source, f"còn hiệu lực mà dựa vào “{target.code}” hết "
                         "hiệu lực — đối chiếu", f"is in force and rests on “{target.code}”, which "
                         "has ended — see the original")  # fmt: skip


def _of_clauses(
    documents: Mapping[int, Document], relations: Sequence[Relation]
) -> Iterator[Fault]:
    known: dict[int, set[str]] = {}
    for pk, anchor in Clause.objects.values_list("document", "anchor"):
        known.setdefault(pk, set()).add(anchor)
    for one in relations:
        for pk, anchor in ((one.source_id, one.source_clause), (one.target_id, one.target_clause)):
            if anchor and pk in known and anchor not in known[pk]:
                yield _fault(
                    "no_clause",
                    documents[pk],
                    f"không có “{anchor}” mà một quan hệ nêu — sửa quan hệ",
                    f"has no “{anchor}”, which a relation names — mend it",
                )


def _of_sources(
    documents: Mapping[int, Document], papers: Mapping[Key, Paper], ties: Sequence[Tie]
) -> Iterator[Fault]:
    """Yield documents whose source said something else on the day it was read."""
    asked: dict[date, Mapping[Key, Verdict]] = {}
    for pk, one in documents.items():
        if not one.stated or one.stated_on is None:
            continue
        if one.stated_on not in asked:
            asked[one.stated_on] = standings(papers.values(), ties, one.stated_on)
        if asked[one.stated_on][pk].standing != one.stated:
            yield _fault("stated_otherwise", one, "nguồn ghi hiệu lực khác cách tính từ ngày và "
                         "quan hệ — đối chiếu", "stands otherwise by its source than by dates and "
                         "relations — see both")  # fmt: skip


def _fault(kind: str, one: Document, vi: str, en: str) -> Fault:
    name = f"{one.code} ({one.number})" if one.number else one.code
    return Fault(kind, one.code, Sentence(f"{name}: {vi}", f"{name}: {en}"))
