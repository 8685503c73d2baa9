"""Two files become one, or are said to be two; undone, both are exactly what they were."""

from datetime import date

import pytest
from django.apps import apps
from django.db import models

from mangnon.audit.models import Entry
from mangnon.linkage.actions import merge, part, stage, undo
from mangnon.linkage.errors import NotJudged
from mangnon.linkage.finding import Pair
from mangnon.linkage.models import Candidate, Merger
from mangnon.register import identity
from mangnon.register.actions import (
    correct_identity,
    correct_measurement,
    give_assistance,
    move_away,
    record_death,
    record_measurement,
    set_evidence,
)
from mangnon.register.errors import WrongState
from mangnon.register.evidence import Evidence
from mangnon.register.models import Child, EvidenceKind, Measurement
from mangnon.register.particulars import Particulars
from mangnon.register.queries import file_kept_at, home

# What grows with every act.
_COUNTERS = {"change_seq", "version"}


def everything() -> dict[str, list[dict[str, object]]]:
    """Return every row of the register, as it stands."""
    found = {}
    for model in apps.get_app_config("register").get_models():
        names = [
            field.attname for field in model._meta.concrete_fields if field.name not in _COUNTERS
        ]
        rows = [dict(zip(names, map(_plain, row), strict=True)) for row in
                model._default_manager.order_by("pk").values_list(*names)]  # fmt: skip
        found[model._meta.label] = rows
    return found


def _plain(value: object) -> object:
    return bytes(value) if isinstance(value, memoryview) else value


def hanging() -> set[str]:
    """Name the fields of all tables by which a row is a child's."""
    return {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and field.related_model is Child
    }


def test_every_table_of_a_child_is_thought_of():
    """A new table must come along at a merger, or say here why it stays."""
    moved = {f"register.{one}.child" for one in (
        "Birth", "Death", "Residence", "Guardian", "Measurement", "Circumstance", "Assistance",
        "Plan", "Reintegration",
    )}  # fmt: skip
    # Papers of a day and questions stay with the file they were about.
    stay = {f"register.{one}.child" for one in ("WeighRow", "Asking", "Transfer")}
    judged = {"linkage.Candidate.first", "linkage.Candidate.second", "linkage.Merger.kept",
              "linkage.Merger.merged"}  # fmt: skip
    assert hanging() - {"register.Child.merged_into"} == moved | stay | judged


def test_what_one_file_lacks_comes_to_it_and_is_read_there(pair, man, again, warrant):
    merger = merge(pair, man, warrant=warrant)
    again.refresh_from_db()
    assert (again.merged_into_id, again.home_id) == (man.pk, None)
    assert file_kept_at(again) == again.residences.get().place_id
    assert man.measurements.get().measured_on == date(2018, 5, 1)
    assert man.plans.get().services.count() == 1
    assert man.assistance.count() == 1
    spell = man.circumstances.get()
    assert identity.open_paper(spell, "number") == "12/GXN"
    mother = man.guardians.get()
    assert identity.open_guardian(mother) == "Lê Thị Mẹ"
    assert identity.open_guardian_telephone(mother) == "0912345678"
    man.refresh_from_db()
    assert identity.open_name(man) == "Nguyễn Thị Mận"
    assert identity.open_document(man) == "030215000123"
    assert Entry.objects.filter(act="linkage.merge").count() == 2
    assert merger.candidate.state == Candidate.State.MERGED


def test_the_number_of_the_other_comes_where_there_is_none(pair, man, again, warrant):
    merge(pair, again, warrant=warrant)
    again.refresh_from_db()
    assert identity.open_document(again) == "030215000123"
    assert identity.open_name(again) == "Nguyen Thi Man"
    assert [(one.valid_from, one.valid_to) for one in again.residences.order_by("valid_from")] == [
        (date(2015, 3, 10), date(2020, 1, 1)), (date(2020, 1, 1), None),
    ]  # fmt: skip


def test_weighings_that_come_are_scored_by_the_kept_birth(pair, man, warrant):
    was = Measurement.objects.get().waz
    merge(pair, man, warrant=warrant)
    scored = record_measurement(
        man, measured_on=date(2018, 5, 1), weight_kg=11.5, confirmed=True, warrant=warrant
    )
    moved = man.measurements.order_by("pk").first()
    assert moved.waz == scored.waz != was


def test_where_a_child_that_left_lives_now_is_told_by_the_other_file(pair, man, again, warrant):
    move_away(man, left_on=date(2019, 1, 1), warrant=warrant)
    merge(pair, man, warrant=warrant)
    assert home(man).place_id == again.residences.get().place_id
    assert home(man).valid_from == date(2020, 1, 1)


@pytest.mark.parametrize("keep", ["man", "again"])
def test_undone_every_row_stands_as_it_stood(pair, man, again, keep, warrant):
    before = everything()
    merger = merge(pair, {"man": man, "again": again}[keep], warrant=warrant)
    assert everything() != before
    undo(merger, warrant=warrant)
    assert everything() == before
    pair.refresh_from_db()
    assert pair.state == Candidate.State.WAITING
    assert Entry.objects.filter(act="linkage.undo").count() == 2


def test_merged_and_undone_and_merged_again(pair, man, again, warrant):
    before = everything()
    undo(merge(pair, man, warrant=warrant), warrant=warrant)
    undo(merge(pair, again, warrant=warrant), warrant=warrant)
    assert everything() == before


def test_what_was_written_since_is_not_lost(pair, man, again, warrant, allowance):
    merger = merge(pair, man, warrant=warrant)
    weighed = man.measurements.get()
    correct_measurement(weighed, measured_on=weighed.measured_on, weight_kg=12.0, confirmed=True,
                        warrant=warrant)  # fmt: skip
    paper = Evidence(EvidenceKind.objects.get(), "99/GXN")
    set_evidence(man.circumstances.get(), paper, warrant=warrant)
    give_assistance(man, kind=allowance, delivered_on=date(2023, 1, 1), warrant=warrant)
    undo(merger, warrant=warrant)
    assert again.measurements.get().weight_kg == 12.0
    assert identity.open_paper(again.circumstances.get(), "number") == "99/GXN"
    assert [one.delivered_on.year for one in man.assistance.all()] == [2023]
    assert [one.delivered_on.year for one in again.assistance.all()] == [2022]


def test_a_number_corrected_since_is_not_taken_away(pair, man, again, warrant):
    merger = merge(pair, again, warrant=warrant)
    told = Particulars(name="Nguyễn Thị Mận", sex="f", birth_date=date(2015, 3, 10),
                       document="030215009999")  # fmt: skip
    correct_identity(again, told, warrant=warrant)
    undo(merger, warrant=warrant)
    again.refresh_from_db()
    assert identity.open_document(again) == "030215009999"


def test_nobody_writes_into_a_file_that_was_merged(pair, man, again, warrant):
    merge(pair, man, warrant=warrant)
    with pytest.raises(WrongState, match="gộp"):
        record_measurement(again, measured_on=date(2024, 1, 1), weight_kg=20, warrant=warrant)


def test_one_who_died_is_not_put_into_one_who_lives(pair, man, again, warrant):
    record_death(man, died_on=date(2023, 1, 1), warrant=warrant)
    before = everything()
    with pytest.raises(NotJudged, match="đã mất"):
        merge(pair, again, warrant=warrant)
    assert everything() == before
    merge(pair, man, warrant=warrant)
    assert home(man) is None


def test_parted_they_are_not_asked_about_again(pair, man, again, warrant):
    part(pair, warrant=warrant)
    assert stage([Pair(man.pk, again.pk, 0.99)], compared=2, warrant=warrant) == 0
    assert Candidate.objects.get().state == Candidate.State.PARTED
    merge(pair, man, warrant=warrant)  # who parted them was wrong
    assert Candidate.objects.get().state == Candidate.State.MERGED


def test_a_file_is_merged_once_and_undone_once(pair, man, again, warrant):
    merger = merge(pair, man, warrant=warrant)
    for again_at in (
        lambda: merge(pair, man, warrant=warrant),
        lambda: part(pair, warrant=warrant),
    ):
        with pytest.raises(NotJudged):
            again_at()
    undo(merger, warrant=warrant)
    with pytest.raises(NotJudged):
        undo(merger, warrant=warrant)


def test_a_file_that_went_on_is_undone_last_first(pair, man, again, enter, binh_minh, warrant):
    third = enter(binh_minh, date(2015, 3, 10))
    stage([Pair(man.pk, third.pk, 0.9)], compared=3, warrant=warrant)
    before = everything()
    first = merge(pair, man, warrant=warrant)
    second = merge(Candidate.objects.get(second=third), third, warrant=warrant)
    with pytest.raises(NotJudged, match="tháo lần gộp"):
        undo(first, warrant=warrant)
    undo(second, warrant=warrant)
    undo(first, warrant=warrant)
    assert everything() == before
    assert Merger.objects.filter(undone_on=None).count() == 0
