"""What is held about a child, opened and set out for the child or who cares for it."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any
from uuid import UUID

from mangnon import clock
from mangnon.audit.actions import read
from mangnon.audit.warrants import Warrant
from mangnon.register import identity
from mangnon.register.actions.changes import subject_of
from mangnon.register.actions.guardians import Relation
from mangnon.register.ethnic import GROUPS
from mangnon.register.models import Child, Guardian
from mangnon.register.queries import file_kept_at, merged_with
from mangnon.register.showing.records import Records, records_of
from mangnon.register.showing.words import birth_words, sex_word
from mangnon.retention.errors import unknown
from mangnon.walls import everywhere

RIGHT = "register.copy"
Copy = dict[str, Any]
_ETHNIC = dict(GROUPS)
_RELATIONS = {one.value: one.label for one in Relation}


def give_copy(uuid: UUID, *, for_whom: str, warrant: Warrant) -> Copy:
    """Return everything that is held, after the reading is noted; raises NotErased for nobody's."""
    related = ("data_key", "household__data_key", "home")
    child = Child.objects.select_related(*related).filter(uuid=uuid).first()
    if child is None or child.data_key is None:
        raise unknown(uuid)
    warrant.demand(RIGHT, [file_kept_at(child)])
    with everywhere():  # what was merged into it may have come from out of reach
        files = _files(child)
        subjects = [subject_of(one) for one in files]
        read(warrant, "retention.copy", subjects=subjects, purpose=for_whom)
        return {
            "title": "Bản sao những gì hệ thống đang giữ về trẻ",
            "made_on": _day(clock.today()),
            "sections": list(_filled(files)),
        }


def _filled(files: list[Child]) -> Iterator[dict[str, Any]]:
    """Yield the parts that say something, as text."""
    for number, one in enumerate(files):
        for title, rows in _sections(one, records_of(one)):
            if rows:
                told = [[str(cell) for cell in row] for row in rows]
                yield {"title": _titled(title, number), "rows": told}


def _files(child: Child) -> list[Child]:
    """Return the child's file, then those that were merged into it, each still with its key."""
    related = ("data_key", "household__data_key", "home")
    merged = merged_with([child.pk]) - {child.pk}
    rows = Child.objects.filter(pk__in=merged, data_key__isnull=False).select_related(*related)
    return [child, *rows.order_by("pk")]


def _titled(title: str, number: int) -> str:
    return f"{title} (hồ sơ đã gộp, số {number})" if number else title


def _sections(child: Child, records: Records) -> Iterator[tuple[str, list[Iterable[Any]]]]:
    yield "Trẻ em", _identity(child)
    yield "Hộ gia đình", _household(child)
    yield "Người chăm sóc", [_carer(one) for one in child.guardians.order_by("pk")]
    yield (
        "Nơi ở",
        [
            (one.place.name_vi, one.get_kind_display(), _span(one.valid_from, one.valid_to))
            for one in records.homes
        ],
    )
    yield (
        "Hoàn cảnh đặc biệt",
        [
            (one.group.name_vi, _span(one.valid_from, one.valid_to), _paper(child, one))
            for one in records.circumstances
        ],
    )
    yield (
        "Trợ giúp đã nhận",
        [(one.kind.name_vi, _day(one.delivered_on)) for one in records.assistance],
    )
    yield (
        "Kế hoạch hỗ trợ, can thiệp",
        [
            (
                _span(one.approved_on, one.closed_on),
                "; ".join(s.kind.name_vi for s in one.services.all()),
            )
            for one in records.plans
        ],
    )
    yield "Kết quả hòa nhập", [(_day(one.reached_on),) for one in records.outcomes]
    yield (
        "Cân, đo",
        [
            (_day(one.measured_on), _number(one.weight_kg, "kg"), _number(one.length_cm, "cm"))
            for one in records.weighings
        ],
    )
    yield "Sinh, tử", [
        *([("Sinh", _day(records.birth.born_on), records.birth.place.name_vi)]
          if records.birth else []),
        *([("Mất", _day(records.death.died_on), records.death.place.name_vi)]
          if records.death else []),
    ]  # fmt: skip
    yield "Yêu cầu chuyển hồ sơ", [
        (_day(one.asked_at.date()), one.place.name_vi, one.get_state_display(),
         identity.open_words(child, "transfer", one.reason_sealed) or "–")
        for one in child.transfers.select_related("place").order_by("asked_at")
    ]  # fmt: skip


def _identity(child: Child) -> list[Iterable[Any]]:
    return [
        ("Họ và tên", identity.open_name(child) or "–"),
        ("Ngày sinh", birth_words(child)),
        ("Giới tính", sex_word(child.sex)),
        ("Số giấy tờ", identity.open_document(child) or "–"),
        ("Dân tộc", _ETHNIC.get(child.ethnic_group, child.ethnic_group)),
        ("Quốc tịch Việt Nam", "có" if child.vietnamese_citizen else "không"),
        ("Nơi ở hiện nay", child.home.name_vi if child.home else "–"),
    ]


def _household(child: Child) -> list[Iterable[Any]]:
    home = child.household
    if home is None:
        return []
    poor = home.poverty.order_by("year")
    return [
        ("Địa chỉ", identity.open_address(home) or "–"),
        ("Điện thoại", identity.open_telephone(home) or "–"),
        *((str(one.year), one.get_status_display()) for one in poor),
    ]


def _carer(one: Guardian) -> tuple[str, str, str]:
    name, telephone = identity.open_guardian(one), identity.open_guardian_telephone(one)
    return _RELATIONS.get(one.relation, one.relation), name or "–", telephone or "–"


def _paper(child: Child, spell: Any) -> str:
    number = identity.open_words(child, "evidence_number", spell.evidence_number_sealed)
    kind = spell.evidence.name_vi if spell.evidence else ""
    return " ".join(part for part in (kind, number or "") if part) or "–"


def _number(value: float | None, unit: str) -> str:
    return "–" if value is None else f"{value:g} {unit}".replace(".", ",")


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else "nay"


def _span(first: date, last: date | None) -> str:
    return f"{_day(first)} – {_day(last)}"
