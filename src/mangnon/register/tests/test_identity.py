"""Names are sealed under the child's own key, and bound to the child."""

from datetime import date

import pytest

from mangnon.register import identity
from mangnon.register.actions import register_household
from mangnon.register.models import Child
from mangnon.vault import SealBroken


def test_name_and_number_open_again(man):
    kept = Child.objects.get(pk=man.pk)
    assert identity.open_name(kept) == "Nguyễn Thị Mận"
    assert identity.open_document(kept) == "030215000123"


def test_nothing_of_the_name_is_kept_in_clear(man):
    kept = Child.objects.get(pk=man.pk)
    blob = bytes(kept.name_sealed) + bytes(kept.document_sealed) + bytes(kept.data_key.wrapped)
    assert "Mận".encode() not in blob
    assert b"030215000123" not in blob


def test_a_name_moved_to_another_child_does_not_open(man, enter, an_son):
    other = enter(an_son, date(2016, 1, 1), name="Trần Văn Tùng", sex="m")
    other.name_sealed = man.name_sealed
    with pytest.raises(SealBroken):
        identity.open_name(other)


def test_a_key_moved_to_another_child_does_not_open(man, enter, an_son):
    other = enter(an_son, date(2016, 1, 1), name="Trần Văn Tùng", sex="m")
    other.data_key, other.name_sealed = man.data_key, man.name_sealed
    with pytest.raises(SealBroken):
        identity.open_name(other)


def test_erasing_the_key_erases_the_name(man):
    man.data_key.delete()
    kept = Child.objects.get(pk=man.pk)
    assert kept.data_key is None
    assert identity.open_name(kept) is None


def test_every_child_has_its_own_key(man, enter, an_son):
    other = enter(an_son, date(2016, 1, 1))
    assert other.data_key_id != man.data_key_id
    assert bytes(other.name_sealed) != bytes(man.name_sealed)


def test_no_number_is_kept_as_nothing(enter, an_son):
    assert enter(an_son, date(2016, 1, 1)).document_sealed is None


def test_names_of_unlike_lengths_look_alike(enter, an_son):
    short = enter(an_son, date(2016, 1, 1), name="Lê An")
    long = enter(an_son, date(2016, 1, 1), name="Nguyễn Thị Mận")
    assert len(bytes(short.name_sealed)) == len(bytes(long.name_sealed))


def test_an_address_is_sealed_with_the_household(warrant):
    home = register_household(address="Thôn Đông", telephone="0900000000", warrant=warrant)
    assert identity.open_address(home) == "Thôn Đông"
    assert b"0900000000" not in bytes(home.telephone_sealed)


def test_the_ring_is_loaded_once():
    assert identity.ring() is identity.ring()
