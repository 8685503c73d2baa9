"""Acts on offices: opened, become another by a decision, closed."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import Q

from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.duties.actions.merging import pass_to_office
from mangnon.finding.actions import refresh_all
from mangnon.places import generation
from mangnon.places.models import Office, OfficeChange, Place
from mangnon.places.records import decided_first, end_before_start, past, said, there, working
from mangnon.steering import errors
from mangnon.steering.actions.committees import WRITE
from mangnon.text.sentence import Sentence
from mangnon.text.slugs import free_code

_NAME = Sentence("Tên cơ quan", "The office's name")
_DECISION = Sentence("Số quyết định", "The number of the decision")
_OFFICE = Sentence("Cơ quan này", "This office")
# What these make of an office ends it; a division or a work handed on need not.
ENDING = (OfficeChange.Kind.RENAMED, OfficeChange.Kind.MERGED)


def open_office(
    place: Place,
    *,
    line: str,
    name_vi: str,
    name_en: str = "",
    parent: Office | None = None,
    valid_from: date,
    decision: str = "",
    warrant: Warrant,
) -> Office:
    """Write down an office of a place, below another or not. Raises WrongOffice, WrongDays."""
    warrant.demand(WRITE, [place.pk])
    past(valid_from)
    there(place, valid_from)
    if parent is not None:
        working(parent, valid_from)
    with transaction.atomic():
        made = _made(place, line, name_vi=name_vi, name_en=name_en, parent=parent, since=valid_from)
        if decision.strip():
            made.note_vi = f"Thành lập theo quyết định số {decision.strip()}."
            made.note_en = f"Set up by decision {decision.strip()}."
            made.save(update_fields=["note_vi", "note_en"])
        _record(warrant, "steering.open_office", made, decision=decision.strip())
    return made


def change_office(
    office: Office,
    *,
    kind: str,
    day: date,
    into: Office | None = None,
    name_vi: str = "",
    name_en: str = "",
    decision: str = "",
    decided_on: date | None = None,
    ends: bool = False,
    warrant: Warrant,
) -> Office:
    """Say what an office became: a new one by its name, or ``into`` one that is there.

    What is renamed or merged ends on ``day``; another where ``ends`` says so. Who ends leaves
    its open duties and the offices below it to the heir. Returns the heir.
    """
    kind = OfficeChange.Kind(kind)
    places = {office.place_id, office.place_id if into is None else into.place_id}
    warrant.demand(WRITE, places)
    past(day)
    if decided_on is not None:
        decided_first(decided_on, day)
    with transaction.atomic():
        held = _locked(office)
        _may_become(held, kind, into, name_vi, day)
        heir = into or _made(
            held.place, held.line, name_vi=name_vi, name_en=name_en, parent=held.parent, since=day
        )
        OfficeChange.objects.create(
            source=held, target=heir, day=day, kind=kind, decision=decision.strip(),
            decided_on=decided_on,
        )  # fmt: skip
        passed = 0
        if ends or kind in ENDING:
            passed = _pass_on(held, heir, day, warrant)
        _record(
            warrant, "steering.change_office", held, change=str(kind), heir=heir.code,
            decision=decision.strip(), passed=str(passed),
        )  # fmt: skip
    return heir


def close_office(office: Office, *, valid_to: date, decision: str, warrant: Warrant) -> Office:
    """Close an office that becomes nothing; ``valid_to`` is the first day without it.

    What it owes is owed by its place.
    """
    warrant.demand(WRITE, [office.place_id])
    past(valid_to)
    decision = said(decision, _DECISION)
    with transaction.atomic():
        held = _locked(office)
        _may_end(held, valid_to)
        held.note_vi = f"{held.note_vi} Giải thể theo quyết định số {decision}.".strip()
        held.note_en = f"{held.note_en} Dissolved by decision {decision}.".strip()
        _end(held, valid_to)
        _record(warrant, "steering.close_office", held, decision=decision)
    return held


def _made(
    place: Place, line: str, *, name_vi: str, name_en: str, parent: Office | None, since: date
) -> Office:
    name = said(name_vi, _NAME)
    living = Q(valid_to__isnull=True) | Q(valid_to__gt=since)
    if Office.objects.filter(living, place=place, name_vi__iexact=name).exists():
        raise errors.office_there_already(name)
    return Office.objects.create(
        code=free_code(name, _taken, otherwise="co-quan"), line=Office.Line(line),
        name_vi=name, name_en=name_en.strip() or name, place=place, parent=parent,
        valid_from=since, kept_here=True,
    )  # fmt: skip


def _taken(stem: str) -> Iterable[str]:
    return Office.objects.filter(code__startswith=stem).values_list("code", flat=True)


def _may_become(
    held: Office, kind: OfficeChange.Kind, into: Office | None, name: str, day: date
) -> None:
    _may_end(held, day)
    renamed = kind == OfficeChange.Kind.RENAMED
    if bool(into) == bool(name.strip()) or (renamed and into):
        raise errors.heir_unclear(renamed=renamed)
    if into is None:
        return
    if into.pk == held.pk:
        raise errors.becomes_itself(held.name_vi)
    working(into, day)
    if OfficeChange.objects.filter(source=held, target=into, day=day).exists():
        raise errors.changed_already(held.name_vi, into.name_vi)


def _may_end(held: Office, day: date) -> None:
    if held.valid_to is not None:
        raise errors.over(_OFFICE)
    if held.valid_from is not None and day <= held.valid_from:
        raise end_before_start(day, held.valid_from)


def _pass_on(held: Office, heir: Office, day: date, warrant: Warrant) -> int:
    held.branches.filter(valid_to__isnull=True).exclude(pk=heir.pk).update(
        parent=heir, kept_here=True
    )
    _end(held, day)
    return pass_to_office(held, heir, warrant=warrant)


def _end(held: Office, day: date) -> None:
    held.valid_to, held.kept_here = day, True
    held.save(update_fields=["valid_to", "kept_here", "note_vi", "note_en"])


def _locked(office: Office) -> Office:
    rows = Office.objects.select_for_update(of=("self",)).select_related("place", "parent")
    return rows.get(pk=office.pk)


def _record(warrant: Warrant, act: str, office: Office, **data: str) -> None:
    """End an act: the entry of the trail, and offices are found as they stand now."""
    generation.bump()
    refresh_all("office")
    told = {name: value for name, value in data.items() if value}
    record(
        warrant, act, subject=f"places.office:{office.code}", place_code=office.place.code,
        data=told,
    )  # fmt: skip
