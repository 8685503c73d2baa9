"""What editors write: a document's attributes, and what it does to another."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from mangnon import clock
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.finding.actions import refresh
from mangnon.legislation.attributes import ATTRIBUTES, flaws
from mangnon.legislation.errors import PackOwned, WrongDocument, same_document
from mangnon.legislation.judging import judge_relation
from mangnon.legislation.models import Document, Relation, number_key
from mangnon.text.slugs import slugify

EDIT = "legislation.edit"


@dataclass(frozen=True, slots=True)
class Tied:
    """What one document does to another, as somebody writes it."""

    kind: str
    target: Document
    source_clause: str = ""
    target_clause: str = ""
    part: bool = False
    on: date | None = None
    until: date | None = None


def put_document(
    told: Mapping[str, Any], *, document: Document | None = None, warrant: Warrant
) -> Document:
    """Write a document, a new one or over one that stands; raises WrongDocument.

    From then on a pack leaves its attributes as they are.
    """
    warrant.demand(EDIT)
    for field, sentence in flaws(told):
        raise WrongDocument(field, sentence)
    with transaction.atomic():
        one = document or Document(code=free_code(told))
        before = {} if document is None else {n: getattr(one, n) for n in ATTRIBUTES if n in told}
        for name in before.keys() | (told.keys() & set(ATTRIBUTES)):
            setattr(one, name, told[name])
        one.number_key, one.edited_on = number_key(one.number), clock.today()
        _must_be_one(one)
        one.save()
        changed = sorted(name for name, value in before.items() if value != told[name])
        record(
            warrant, "legislation.write", subject=f"legislation.document:{one.code}",
            data={"fields": changed} if document else {"new": True},
        )  # fmt: skip
        refresh("document", {one.code})
    return one


def put_relation(
    source: Document, tied: Tied, *, relation: Relation | None = None, warrant: Warrant
) -> Relation:
    """Write what a document does to another, a new relation or over one; raises WrongRelation."""
    warrant.demand(EDIT)
    with transaction.atomic():
        one = relation or Relation(source=source, by_hand=True)
        if not one.by_hand:
            raise PackOwned
        one.kind, one.target, one.part = tied.kind, tied.target, tied.part
        one.source_clause, one.target_clause = tied.source_clause, tied.target_clause
        one.on, one.until = tied.on, tied.until
        judge_relation(one)
        one.save()
        data = {"kind": one.kind, "target": one.target.code}
        subject = f"legislation.document:{source.code}"
        record(warrant, "legislation.relate", subject=subject, data=data)
        refresh("document", {source.code, one.target.code})
    return one


def drop_relation(relation: Relation, *, warrant: Warrant) -> None:
    """Take a relation out that was written here; raises PackOwned."""
    warrant.demand(EDIT)
    if not relation.by_hand:
        raise PackOwned
    with transaction.atomic():
        source, target = relation.source.code, relation.target.code
        data = {"kind": relation.kind, "target": target}
        relation.delete()
        subject = f"legislation.document:{source}"
        record(warrant, "legislation.unrelate", subject=subject, data=data)
        refresh("document", {source, target})


def free_code(told: Mapping[str, Any], taken: set[str] | None = None) -> str:
    """Return a code that is read in an address; a number behind it where it is taken."""
    stem = slugify(told.get("number") or told.get("title_vi") or "", 48) or "van-ban"
    known = taken if taken is not None else set(
        Document.objects.filter(code__startswith=stem).values_list("code", flat=True)
    )  # fmt: skip
    if stem not in known:
        return stem
    return next(code for n in range(2, len(known) + 3) if (code := f"{stem}-{n}") not in known)


def _must_be_one(one: Document) -> None:
    if not one.number_key:
        return
    others = Document.objects.filter(
        number_key=one.number_key, issuer_vi=one.issuer_vi, issued_on=one.issued_on
    ).exclude(pk=one.pk)
    other = others.first()
    if other is not None:
        raise same_document(str(other), other.code)
