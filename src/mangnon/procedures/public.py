"""What public pages may ask of procedures: only what is published, in a few queries each."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from mangnon import clock
from mangnon.procedures.models import Procedure

FIELDS, LEVELS = Procedure.Field, Procedure.Level


@dataclass(frozen=True, slots=True)
class Listed:
    """Procedures in force, and how many each choice would show beside the other choice."""

    rows: list[Procedure]
    fields: Mapping[str, int]
    levels: Mapping[str, int]


def listed(field: str = "", level: str = "") -> Listed:
    """Return the procedures that apply today, of a field and a level; one query."""
    found = list(_in_force(clock.today()))
    of_field = [one for one in found if field in ("", one.field)]
    of_level = [one for one in found if level in ("", one.level)]
    return Listed(
        [one for one in of_field if level in ("", one.level)],
        Counter(one.field for one in of_level),
        Counter(one.level for one in of_field),
    )


def one(code: str) -> Procedure | None:
    """Return a procedure by either of its codes with all that belongs to it; seven queries."""
    national = Q(national_code=code) & ~Q(national_code="")
    found = _published().filter(Q(code=code) | national)
    parts = ("steps", "ways", "papers", "bases__document", "replaced_by")
    return found.select_related("office", "replaces").prefetch_related(*parts).first()


def resting_on(document_id: int) -> list[Procedure]:
    """Return the procedures that rest on a document; one query."""
    return list(_in_force(clock.today()).filter(bases__document=document_id).distinct())


def articles_on(document_id: int) -> list[tuple[str, str]]:
    """Return code and article of what rests on a document by a clause of it; one query."""
    rows = _in_force(clock.today()).filter(bases__document=document_id)
    return list(rows.exclude(bases__article_vi="").values_list("code", "bases__article_vi"))


def of_office(office_id: int) -> list[Procedure]:
    """Return the procedures that an office decides; one query."""
    return list(_in_force(clock.today()).filter(office=office_id))


def names() -> dict[str, tuple[str, str]]:
    """Return {code: names in both languages} of every published procedure; one query."""
    rows = _published().values_list("code", "name_vi", "name_en")
    return {code: (vi, en or vi) for code, vi, en in rows}


def _published() -> QuerySet[Procedure]:
    return Procedure.objects.filter(live=True)


def _in_force(day: date) -> QuerySet[Procedure]:
    begun = Q(valid_from__isnull=True) | Q(valid_from__lte=day)
    open_ended = Q(valid_to__isnull=True) | Q(valid_to__gt=day)
    return _published().filter(begun & open_ended)
