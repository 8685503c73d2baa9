"""Whether a relation can be: against both documents, and against those that stand."""

from collections.abc import Callable, Iterator

from mangnon.legislation.errors import WrongRelation
from mangnon.legislation.models import Clause, Document, Relation
from mangnon.legislation.standing.graph import Tie
from mangnon.legislation.standing.loops import loop_in
from mangnon.legislation.standing.words import ENDING, RELATIONS, SUSPENDING
from mangnon.text.dates import format_date


def judge_relation(one: Relation) -> None:
    """Raise WrongRelation where a relation contradicts itself, a document or another relation."""
    for check in _CHECKS:
        check(one)


def loop_of(one: Relation) -> list[str]:
    """Return the codes of a circle of whole replacements that a relation would close, if any."""
    if one.kind not in ENDING or one.part:
        return []
    rows = Relation.objects.filter(kind__in=sorted(ENDING), part=False).exclude(pk=one.pk)
    ties = [Tie(source, "replaces", target) for source, target in _pairs(rows)]
    found = loop_in([*ties, Tie(one.source.code, "replaces", one.target.code)])
    return [str(code) for code in found]


def _pairs(rows: "Iterator[Relation] | object") -> Iterator[tuple[str, str]]:
    yield from rows.values_list("source__code", "target__code")  # type: ignore[attr-defined]


def _kind(one: Relation) -> None:
    if one.kind not in RELATIONS:
        raise WrongRelation("kind", "Hãy chọn một quan hệ trong danh sách.",
                            "Choose one of the relations.")  # fmt: skip


def _other(one: Relation) -> None:
    if one.source.code == one.target.code:
        raise WrongRelation(
            "other", "Văn bản không thể có quan hệ với chính nó. Hãy chọn văn bản khác.",
            "A document cannot relate to itself. Choose another.",
        )  # fmt: skip


def _days(one: Relation) -> None:
    issued = one.source.issued_on
    if one.on and issued and one.on < issued:
        raise WrongRelation(
            "on",
            f"Ngày này trước ngày ban hành {format_date(issued, 'vi')} của văn bản tác động. Hãy "
            "xem lại.",
            f"The day is before the acting document's issue on {format_date(issued, 'en')}. See it "
            "again.",
        )
    if one.until and one.kind != SUSPENDING:
        raise WrongRelation(
            "until", "Chỉ ngưng hiệu lực mới có ngày kết thúc. Hãy để trống.",
            "Only a suspension has a last day. Leave it empty.",
        )  # fmt: skip
    if one.until and one.on and one.until <= one.on:
        raise WrongRelation("until", "Ngày kết thúc phải sau ngày bắt đầu.",
                            "The end must come after the beginning.")  # fmt: skip


def _clauses(one: Relation) -> None:
    for field, document, anchor in (
        ("source_clause", one.source, one.source_clause),
        ("target_clause", one.target, one.target_clause),
    ):
        if anchor and not has_clause(document, anchor):
            raise WrongRelation(
                field,
                f"{document} không có điều khoản “{anchor}”. Hãy viết như dieu-5 hoặc "
                "dieu-5-khoan-2, đúng như địa chỉ của điều khoản ấy.",
                f"{document} has no clause “{anchor}”. Write it as dieu-5 or dieu-5-khoan-2, as in "
                "the clause's address.",
            )


def has_clause(document: Document, anchor: str) -> bool:
    """Whether a document has a clause; one whose words are not here may have any."""
    rows = Clause.objects.filter(document=document)
    return rows.filter(anchor=anchor).exists() or not rows.exists()


def _twice(one: Relation) -> None:
    same = Relation.objects.filter(
        source=one.source, kind=one.kind, target=one.target, source_clause=one.source_clause,
        target_clause=one.target_clause,
    ).exclude(pk=one.pk)  # fmt: skip
    if same.exists():
        raise WrongRelation("other", "Quan hệ này đã có trong danh mục.",
                            "This relation stands already.")  # fmt: skip


def _circle(one: Relation) -> None:
    circle = loop_of(one)
    if circle:
        shown = " → ".join(circle)
        raise WrongRelation(
            "other",
            f"Các văn bản sẽ thay thế, bãi bỏ nhau thành vòng: {shown}. Hãy xem lại chiều quan hệ.",
            f"Documents would replace one another in a circle: {shown}. See which replaces which.",
        )


_CHECKS: tuple[Callable[[Relation], None], ...] = (_kind, _other, _days, _clauses, _twice, _circle)
