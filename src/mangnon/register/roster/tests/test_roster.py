"""The roster follows the register: who enters, moves, is renamed, leaves, dies or is erased."""

from datetime import date

import pytest

from mangnon.access.doors import demonstration_warrant
from mangnon.register import identity
from mangnon.register.actions import correct_identity, move_away, move_child, record_death
from mangnon.register.actions.touching import touch
from mangnon.register.models import Child, DataKey
from mangnon.register.particulars import Particulars
from mangnon.register.roster import Filters, Status
from mangnon.register.roster.tests.conftest import commune, enter, found


@pytest.fixture
def here(roster):
    return commune("101")


@pytest.fixture
def there(roster):
    return commune("102")


@pytest.fixture
def man(here):
    return enter("Nguyễn Thị Mận", here)


def test_a_name_is_found_without_marks_in_any_order_and_in_part(roster, man):
    for text in ("nguyen thi man", "MAN NGUYEN", "ma ng", "guye", "Mận", "mận 2015", "10/3/2015"):
        assert found(roster, text) == [man.pk], text


def test_what_does_not_answer_is_not_found(roster, man):
    for text in ("", "  ", "'\"%_*", "tran", "man 2014", "11/3/2015", "man man tran", "a" * 999):
        assert found(roster, text) == [], text


def test_marks_typed_decide_only_the_order(roster, here):
    duong, duong_d = enter("Lê Thùy Dương", here), enter("Lê Thùy Đường", here)
    assert found(roster, "đường") == [duong_d.pk, duong.pk]
    assert found(roster, "dương") == [duong.pk, duong_d.pk]
    assert found(roster, "thuy duong") == [duong.pk, duong_d.pk]


def test_decomposed_letters_and_both_styles_of_tone_are_one_name(roster, here):
    hoa = enter("Trần Thị Hoà", here)
    decomposed = "Ho\u0300a"
    assert found(roster, decomposed) == found(roster, "hòa") == found(roster, "hoà") == [hoa.pk]
    assert (
        roster.search(decomposed, scope=None).hits[0].score
        > roster.search("hoa", scope=None).hits[0].score
    )


def test_a_move_a_new_name_and_a_second_child_are_seen(roster, man, here, there):
    assert found(roster, "man", {here.pk}) == [man.pk]
    move_child(man, place=there, moved_on=date(2020, 1, 1), warrant=demonstration_warrant())
    assert found(roster, "man", {here.pk}) == []
    assert found(roster, "man", {there.pk}) == [man.pk]
    who = Particulars("Nguyễn Thị Mơ", "f", man.birth_date)
    correct_identity(man, who, warrant=demonstration_warrant())
    assert found(roster, "man") == []
    other = enter("Nguyễn Thị Mơ", here, born=date(2014, 1, 1))
    assert found(roster, "mo") == [other.pk, man.pk]


def test_who_left_or_died_is_found_at_the_last_place_and_not_listed(roster, man, here):
    toan = enter("Vũ Văn Toàn", here, sex="m")
    move_away(man, left_on=date(2020, 1, 1), warrant=demonstration_warrant())
    record_death(toan, died_on=date(2021, 1, 1), warrant=demonstration_warrant())
    by_name = {hit.id: hit.status for hit in roster.search("an", scope={here.pk}).hits}
    assert by_name == {man.pk: Status.LEFT, toan.pk: Status.DIED}
    assert roster.page({here.pk}, Filters()).ids == []
    former = Filters(statuses=frozenset({Status.LEFT, Status.DIED}))
    assert roster.page({here.pk}, former).ids == [man.pk, toan.pk]


def test_whose_key_was_destroyed_disappears(roster, man):
    assert found(roster, "man") == [man.pk]
    DataKey.objects.filter(pk=man.data_key_id).delete()
    touch(man)
    assert found(roster, "man") == []
    assert roster.page(None, Filters()).ids == []


def test_who_was_merged_is_found_under_the_record_that_stays(roster, man, here):
    double = enter("Nguyễn Thị Mận", here)
    Child.objects.filter(pk=double.pk).update(merged_into=man)
    touch(double)
    assert found(roster, "man") == [man.pk]


def test_a_child_is_found_by_one_guardian(roster, man, here):
    other = enter("Nguyễn Thị Mận", here)
    for child, name in ((man, "Phạm Thị Hoa"), (man, "Lê Văn Bình"), (other, "Lê Thị Hoa")):
        child.guardians.create(relation="", name_sealed=identity.seal_guardian(child, name))
        touch(child)
    assert found(roster, "man con bà pham thi hoa") == [man.pk]
    assert found(roster, "con ông binh") == [man.pk]
    assert found(roster, "con bà le hoa") == [other.pk]
    assert found(roster, "man con bà") == []


def test_a_guardian_is_opened_as_it_was_sealed(man):
    sealed = identity.seal_guardian(man, "Phạm Thị Hoa")
    guardian = man.guardians.create(relation="mother", name_sealed=sealed)
    assert identity.open_guardian(guardian) == "Phạm Thị Hoa"
    DataKey.objects.filter(pk=man.data_key_id).delete()
    guardian.child.refresh_from_db()
    assert identity.open_guardian(guardian) is None
    assert identity.seal_guardian(guardian.child, "Phạm Thị Hoa") is None


def test_a_broken_seal_leaves_its_child_nameless_and_the_search_whole(roster, man, here, caplog):
    broken = enter("Bùi Thị Na", here)
    Child.objects.filter(pk=broken.pk).update(name_sealed=b"\x01" + b"x" * 60)
    assert found(roster, "man") == [man.pk]
    assert set(roster.page(None, Filters()).ids) == {man.pk, broken.pk}
    assert str(broken.uuid) in caplog.text and "Na" not in caplog.text
