"""What is wrong among the documents of a pack and how they relate."""

from mangnon.legislation.models import number_key
from mangnon.legislation.standing.graph import Tie
from mangnon.legislation.standing.loops import loop_in
from mangnon.packfile import Context, Mistake, Row
from mangnon.packfile.parts import ends_before_it_begins, repeated
from mangnon.text.dates import format_date


def judge_documents(documents: list[Row]) -> list[Mistake]:
    """Return the mistakes of each document and of two that are one."""
    mistakes = repeated(documents, "code") + _one_identity(documents)
    for one in documents:
        mistakes += ends_before_it_begins(one, "in_force_from", "expired_on")
        mistakes += _ends_before_issue(one)
        mistakes += repeated(one["clause"], "anchor")
        mistakes += _number(one)
    return mistakes


def judge_relations(relations: list[Row], context: Context) -> list[Mistake]:
    """Return the mistakes of each relation and of a circle of them."""
    mistakes = repeated(relations, "from", "kind", "to", "from_clause", "to_clause")
    mistakes += _twice(relations)
    for one in relations:
        for side in ("from", "to"):
            unknown = context.unknown(one, side, "document")
            mistakes += unknown or _no_clause(one, side, context)
        mistakes += ends_before_it_begins(one, "on", "until")
        mistakes += _to_itself(one)
    return mistakes + _circle(relations)


def _twice(relations: list[Row]) -> list[Mistake]:
    """Return the relations written twice that name no clause, which ``repeated`` passes over."""
    plain = [one for one in relations if not one["from_clause"] and not one["to_clause"]]
    return repeated(plain, "from", "kind", "to")


def _number(one: Row) -> list[Mistake]:
    if not one["number"] or number_key(one["number"]):
        return []
    shown = one["number"]
    return [
        one.wrong(
            "number",
            f"“{shown}” không giống số, ký hiệu văn bản — ví dụ 102/2016/QH13, hoặc để trống",
            f"“{shown}” does not look like a document's number — e.g. 102/2016/QH13, or empty",
        )
    ]


def _one_identity(documents: list[Row]) -> list[Mistake]:
    """Return the documents that have issuer, number and day of another."""
    seen: dict[tuple[object, ...], Row] = {}
    mistakes = []
    for one in documents:
        key = number_key(one["number"])
        if not key:
            continue
        first = seen.setdefault((key, one["issuer_vi"], one["issued_on"]), one)
        if first is not one:
            mistakes.append(_same(one, first))
    return mistakes


def _same(one: Row, first: Row) -> Mistake:
    shown, where = one["number"], f"{first.file}:{first.line}"
    return one.wrong(
        "number",
        f"“{shown}” cùng cơ quan, cùng ngày đã có ở {where} — hai văn bản cùng số khác cơ quan "
        "ban hành hoặc ngày ban hành",
        f"“{shown}” of that issuer and day stands already at {where} — two documents of one number "
        "differ by issuer or day",
    )


def _ends_before_issue(one: Row) -> list[Mistake]:
    issued, end = one["issued_on"], one["expired_on"]
    if issued is None or end is None or issued <= end:
        return []
    return [
        one.wrong(
            "expired_on",
            f"hết hiệu lực {format_date(end, 'vi')} trước khi ban hành {format_date(issued, 'vi')} "
            "— xem lại hai ngày",
            f"it expired {format_date(end, 'en')} before it was issued {format_date(issued, 'en')} "
            "— see both days again",
        )
    ]


def _no_clause(one: Row, side: str, context: Context) -> list[Mistake]:
    """Return a mistake where a clause is named that a document held here has not."""
    anchor = one[f"{side}_clause"]
    document = context.find("document", one[side])
    if not anchor or document is None or not document["clause"]:
        return []
    known = [clause["anchor"] for clause in document["clause"]]
    if anchor in known:
        return []
    listed = ", ".join(known[:8])
    return [
        one.wrong(
            f"{side}_clause",
            f"văn bản “{one[side]}” không có “{anchor}” — đang có: {listed}",
            f"document “{one[side]}” has no “{anchor}” — there are: {listed}",
        )
    ]


def _to_itself(one: Row) -> list[Mistake]:
    if one["from"] != one["to"] or not one["from"]:
        return []
    return [
        one.wrong(
            "to",
            f"“{one['to']}” không thể có quan hệ với chính nó — bỏ dòng này",
            f"“{one['to']}” cannot relate to itself — drop this row",
        )
    ]


def _circle(relations: list[Row]) -> list[Mistake]:
    ties = [
        Tie(one["from"], one["kind"], one["to"], part=bool(one["part"]))
        for one in relations
        if one["from"] != one["to"]
    ]
    circle = loop_in(ties)
    if not circle:
        return []
    row = next(one for one in relations if (one["from"], one["to"]) == tuple(circle[-2:]))
    shown = " → ".join(str(one) for one in circle)
    return [
        row.wrong(
            "to",
            f"các văn bản thay thế, bãi bỏ nhau thành vòng: {shown} — bỏ một quan hệ",
            f"documents replace or abrogate one another in a circle: {shown} — drop one relation",
        )
    ]
