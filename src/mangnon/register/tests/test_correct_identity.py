"""Correcting who a child is."""

from base64 import b64decode
from dataclasses import replace
from datetime import date

import pytest

from mangnon.audit.models import Entry
from mangnon.register import identity
from mangnon.register.actions import correct_identity, record_measurement
from mangnon.register.errors import WrongDay, WrongState
from mangnon.register.models import Child, Measurement
from mangnon.register.particulars import Particulars
from mangnon.register.tests.marks import forget, marked

WHO = Particulars(
    name="Nguyễn Thị Mận", sex="f", birth_date=date(2015, 3, 10), document="030215000123"
)


def test_a_name_is_corrected_under_the_same_key(man, warrant):
    corrected = correct_identity(man, replace(WHO, name="Nguyễn Thị Mân"), warrant=warrant)
    kept = Child.objects.get(pk=man.pk)
    assert identity.open_name(kept) == "Nguyễn Thị Mân"
    assert corrected.data_key_id == man.data_key_id


def test_a_name_alone_changes_no_figure(man, warrant):
    forget()
    correct_identity(man, replace(WHO, name="Nguyễn Thị Mân"), warrant=warrant)
    assert marked("children") == {}


def test_the_entry_says_which_parts_not_what_they_were(man, warrant):
    correct_identity(man, replace(WHO, name="Lê Thị Mận", sex="m"), warrant=warrant)
    entry = Entry.objects.get(act="register.correct_identity")
    assert entry.data == {"corrected": ["name", "sex"]}
    assert (entry.before["sex"], entry.after["sex"]) == ("f", "m")


def test_the_entry_keeps_old_and_new_names_sealed_by_the_childs_own_key(man, warrant):
    correct_identity(man, replace(WHO, name="Lê Thị Mận"), warrant=warrant)
    entry = Entry.objects.get(act="register.correct_identity")
    sealer = identity.sealer_of(man)
    bound_to = f"child:{man.uuid}:name"
    blobs = [b64decode(kept["name"]["sealed"]) for kept in (entry.before, entry.after)]
    names = [sealer.unseal(blob, bound_to=bound_to) for blob in blobs]
    assert names == ["Nguyễn Thị Mận", "Lê Thị Mận"]


def test_a_number_taken_out_is_kept_sealed_as_it_was(man, warrant):
    correct_identity(man, replace(WHO, document=""), warrant=warrant)
    entry = Entry.objects.get(act="register.correct_identity")
    assert entry.after == {"document": None}
    assert set(entry.before["document"]) == {"sealed"}


def test_a_number_can_be_taken_out(man, warrant):
    correct_identity(man, replace(WHO, document=""), warrant=warrant)
    assert Child.objects.get(pk=man.pk).document_sealed is None


def test_another_birth_date_gives_other_z_scores(man, warrant):
    first = record_measurement(man, measured_on=date(2017, 3, 10), weight_kg=10.0, warrant=warrant)
    correct_identity(man, replace(WHO, birth_date=date(2015, 1, 10)), warrant=warrant)
    again = Measurement.objects.get(pk=first.pk)
    assert again.waz < first.waz  # two months older, the same weight


def test_another_birth_date_is_marked_since_the_earlier(man, warrant):
    forget()
    correct_identity(man, replace(WHO, birth_date=date(2015, 1, 10)), warrant=warrant)
    assert marked("children") == {"101": date(2015, 1, 10)}


def test_who_lived_here_from_birth_does_so_from_the_corrected_one(man, warrant):
    correct_identity(man, replace(WHO, birth_date=date(2015, 4, 1)), warrant=warrant)
    assert man.residences.get().valid_from == date(2015, 4, 1)


def test_a_birth_after_what_is_recorded_is_refused(man, warrant):
    man.measurements.create(place_id=man.home_id, measured_on=date(2015, 3, 20))
    with pytest.raises(WrongState):
        correct_identity(man, replace(WHO, birth_date=date(2015, 4, 1)), warrant=warrant)
    assert Child.objects.get(pk=man.pk).birth_date == WHO.birth_date


def test_a_birth_in_the_future_is_refused(man, warrant):
    with pytest.raises(WrongDay):
        correct_identity(man, replace(WHO, birth_date=date(2025, 1, 1)), warrant=warrant)


def test_an_erased_identity_stays_erased(man, warrant):
    man.data_key.delete()
    with pytest.raises(WrongState):
        correct_identity(man, WHO, warrant=warrant)


def test_a_merged_record_is_left_alone(man, enter, an_son, warrant):
    kept = enter(an_son, date(2015, 3, 10))
    Child.objects.filter(pk=man.pk).update(merged_into=kept)
    with pytest.raises(WrongState) as refused:
        correct_identity(man, WHO, warrant=warrant)
    assert "merged" in refused.value.sentence.en
