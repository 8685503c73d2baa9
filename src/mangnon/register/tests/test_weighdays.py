"""A weigh day: what is typed stays, is judged as typed, and is recorded as one act."""

from datetime import date

import pytest

from mangnon import clock
from mangnon.access.doors import operator_warrant
from mangnon.audit.errors import NoWarrant
from mangnon.audit.models import Entry
from mangnon.register import actions
from mangnon.register.actions.weighdays import (
    Outcome,
    TypedValues,
    judge,
    known_of,
    rows_elsewhere,
    standing,
)
from mangnon.register.errors import WrongDay, WrongPlace, WrongState
from mangnon.register.models import Measurement, WeighRow, WeighTyping
from mangnon.register.tests.conftest import TODAY
from mangnon.register.tests.marks import forget, marked

DAY = date(2024, 6, 14)
BORN = date(2022, 6, 14)  # two years old that day


@pytest.fixture
def na(enter, an_son):
    return enter(an_son, BORN, name="Lê Thị Na Mẫu")


@pytest.fixture
def session(an_son, na, warrant):
    return actions.open_weighday(place=an_son, day=DAY, children=[na.pk], warrant=warrant)


@pytest.fixture
def row(session):
    return session.rows.get()


@pytest.fixture
def other_warrant():
    return operator_warrant("Bình", "test")


def typed(weight="", length="", **more):
    return TypedValues(weight=weight, length=length, **more)


def judged(child, values, place, day=DAY):
    return judge([(known_of([child])[child.pk], values)], day=day, place=place)[0]


@pytest.mark.parametrize(
    ("values", "state", "said"),
    [
        (typed(), "unseen", ""),
        (typed("11,5", "86"), "ok", ""),
        (typed("11.5", "86,0"), "ok", ""),
        (typed("", "", oedema=True), "ok", ""),
        (typed("11,5,2"), "wrong", "không phải là số"),
        (typed("Mận 3"), "wrong", "“… 3” không phải là số"),
        (typed("115"), "doubtful", "Có phải là 11,5 kg?"),
        (typed("850"), "wrong", "không hợp lý"),
        (typed("11,5", "860"), "wrong", "Có phải là 86 cm?"),
        (typed("11,5", "8,6"), "wrong", "Có phải là 86 cm?"),
        (typed("11,5", "130"), "doubtful", "xa mức trẻ cùng tuổi"),
        (typed("115", confirmed=True), "ok", "Có phải là 11,5 kg?"),
    ],
)
def test_a_row_is_judged_as_typed(na, an_son, values, state, said):
    found = judged(na, values, an_son)
    assert found.state == state
    assert said in (found.sentence.vi if found.sentence else "")


def test_a_digit_that_slipped_is_named_for_a_baby(enter, an_son):
    baby = enter(an_son, date(2023, 10, 14))
    assert "Có phải là 8,5 kg?" in judged(baby, typed("85"), an_son).sentence.vi


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (typed("11,5", "78"), "trẻ em không thấp đi"),
        (typed("15,5", "86"), "Cân nặng thay đổi nhiều so với 10 kg ngày 14/03/2024"),
        (typed("11,5", "93"), "Chiều cao thay đổi nhiều so với 83 cm"),
    ],
)
def test_what_does_not_go_with_the_last_weighing_is_doubted(na, an_son, warrant, values, said):
    actions.record_measurement(
        na, measured_on=date(2024, 3, 14), weight_kg=10, length_cm=83, warrant=warrant
    )
    found = judged(na, values, an_son)
    assert found.state == "doubtful"
    assert said in found.sentence.vi


def test_a_second_weighing_of_the_day_is_doubted(na, an_son, warrant):
    actions.record_measurement(na, measured_on=DAY, weight_kg=11.5, warrant=warrant)
    assert "đã có số đo của ngày này" in judged(na, typed("11,5"), an_son).sentence.vi


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (typed("11,5", "86"), ["bình thường"]),
        (typed("8,8", "84"), ["nhẹ cân", "gầy còm"]),
        (typed("10", "78"), ["thấp còi"]),
        (typed("16", "86"), ["béo phì"]),
        (typed("11,5", "86", oedema=True), ["phù dinh dưỡng, cần khám ngay"]),
    ],
)
def test_the_status_stands_in_words(na, an_son, values, words):
    assert [one.vi for one in judged(na, values, an_son).words] == words


def test_typing_keeps_what_was_typed_and_judges_it(row, warrant):
    assert actions.type_row(row, typed("11,5", "86", note="sốt"), seen=0, warrant=warrant) == "kept"
    row.refresh_from_db()
    assert (row.weight, row.length, row.state, row.version) == ("11,5", "86", "ok", 1)
    assert standing(row).note == "sốt"
    assert b"s\xe1\xbb\x91t" not in bytes(row.note_sealed)
    assert Entry.objects.latest("pk").act == "register.type_weighing"


def test_a_replayed_row_changes_nothing(row, warrant):
    first = typed("11,5", "86")
    actions.type_row(row, first, seen=0, warrant=warrant)
    actions.type_row(row, typed("11,7", "86"), seen=1, warrant=warrant)
    before = Entry.objects.count()
    assert actions.type_row(row, first, seen=0, warrant=warrant) == Outcome.SAME
    row.refresh_from_db()
    assert (row.weight, row.version, Entry.objects.count()) == ("11,7", 2, before)


def test_who_saves_a_whole_page_overwrites_no_row_she_did_not_touch(row, warrant, other_warrant):
    actions.type_row(row, typed("11,5"), seen=0, warrant=warrant)
    actions.type_row(row, typed("11,7"), seen=1, warrant=other_warrant)
    assert actions.type_row(row, typed("11,5"), seen=1, warrant=warrant) == Outcome.SAME
    assert actions.type_row(row, typed(), seen=0, warrant=warrant) == Outcome.SAME
    row.refresh_from_db()
    assert (row.weight, row.other) == ("11,7", None)


def test_two_people_on_one_row_overwrite_nothing_and_one_chooses(row, warrant, other_warrant):
    actions.type_row(row, typed("11,5"), seen=0, warrant=warrant)
    clash = actions.type_row(row, typed("11,7"), seen=0, warrant=other_warrant)
    row.refresh_from_db()
    assert (clash, row.weight, row.other.weight) == (Outcome.CLASH, "11,5", "11,7")
    with pytest.raises(WrongState):
        actions.record_weighday(row.session, warrant=warrant)
    actions.settle_row(row, take_other=True, seen=1, warrant=warrant)
    row.refresh_from_db()
    assert (row.weight, row.other, row.version) == ("11,7", None, 2)
    assert WeighTyping.objects.filter(row=row).count() == 3


def test_the_same_person_twice_is_no_clash(row, warrant):
    actions.type_row(row, typed("11,5"), seen=0, warrant=warrant)
    assert actions.type_row(row, typed("11,5", "86"), seen=0, warrant=warrant) == Outcome.KEPT


def test_a_day_is_recorded_once_under_one_entry(row, an_son, warrant):
    actions.type_row(row, typed("11,5", "86", position="h"), seen=0, warrant=warrant)
    forget()
    before = Entry.objects.count()
    assert actions.record_weighday(row.session, warrant=warrant) == 1
    one = Measurement.objects.get()
    assert (one.weight_kg, one.length_cm, one.measured_on, one.place) == (11.5, 86, DAY, an_son)
    assert one.waz == pytest.approx(0.0, abs=0.3)
    assert marked("measured") == {"101": DAY}
    entry = Entry.objects.latest("pk")
    assert (entry.act, entry.data["rows"]) == ("register.record_weighday", 1)
    assert len(entry.data["sha256"]) == 64
    assert Entry.objects.count() == before + 1
    with pytest.raises(WrongState):
        actions.record_weighday(row.session, warrant=warrant)
    assert Measurement.objects.count() == 1


def test_what_the_grid_records_is_what_the_single_act_records(row, enter, an_son, warrant):
    twin = enter(an_son, BORN)
    actions.type_row(row, typed("11,5", "86", position="l"), seen=0, warrant=warrant)
    actions.record_weighday(row.session, warrant=warrant)
    actions.record_measurement(
        twin, measured_on=DAY, weight_kg=11.5, length_cm=86, position="l", warrant=warrant
    )
    names = [f.attname for f in Measurement._meta.concrete_fields if f.name not in ("id", "child")]
    grid, single = Measurement.objects.order_by("pk").values_list(*names)
    assert grid == single


def test_a_doubtful_row_waits_for_its_tick(row, warrant):
    actions.type_row(row, typed("115"), seen=0, warrant=warrant)
    with pytest.raises(WrongState):
        actions.record_weighday(row.session, warrant=warrant)
    actions.type_row(row, typed("115", confirmed=True), seen=1, warrant=warrant)
    assert actions.record_weighday(row.session, warrant=warrant) == 1


def test_a_row_is_judged_again_when_it_is_recorded(row, na, warrant):
    actions.type_row(row, typed("11,5", "86"), seen=0, warrant=warrant)
    actions.record_measurement(
        na, measured_on=date(2024, 6, 1), weight_kg=13, length_cm=95, confirmed=True,
        warrant=warrant,
    )  # fmt: skip
    with pytest.raises(WrongState):
        actions.record_weighday(row.session, warrant=warrant)
    assert Measurement.objects.count() == 1


def test_what_is_recorded_is_typed_over_no_more(row, warrant):
    actions.type_row(row, typed("11,5"), seen=0, warrant=warrant)
    actions.record_weighday(row.session, warrant=warrant)
    with pytest.raises(WrongState):
        actions.type_row(row, typed("12"), seen=1, warrant=warrant)


def test_a_session_is_closed_when_all_is_recorded(row, warrant):
    actions.type_row(row, typed("11,5"), seen=0, warrant=warrant)
    with pytest.raises(WrongState):
        actions.close_weighday(row.session, warrant=warrant)
    actions.record_weighday(row.session, warrant=warrant)
    assert actions.close_weighday(row.session, warrant=warrant).closed_at is not None
    with pytest.raises(WrongState):
        actions.type_row(row, typed("12"), seen=1, warrant=warrant)


def test_a_child_who_came_joins_the_list_once(session, man, warrant):
    for _ in range(2):
        actions.add_to_weighday(session, man, warrant=warrant)
    assert session.rows.count() == 2


def test_a_session_needs_a_day_a_commune_and_children(an_son, merged, na, warrant):
    refused = [
        (WrongDay, {"day": date(2024, 6, 16)}),
        (WrongPlace, {"place": merged}),
        (WrongState, {"children": []}),
    ]
    for error, more in refused:
        words = {"place": an_son, "day": TODAY, "children": [na.pk]} | more
        with pytest.raises(error):
            actions.open_weighday(**words, warrant=warrant)


def test_more_children_than_a_page_holds_are_refused(an_son, na, warrant, monkeypatch):
    monkeypatch.setattr("mangnon.register.actions.weighdays.opening.MOST_ROWS", 0)
    with pytest.raises(WrongState):
        actions.open_weighday(place=an_son, day=DAY, children=[na.pk], warrant=warrant)


def test_another_communes_leave_types_nothing(row, binh_minh, warrant):
    elsewhere = type(warrant)(
        actor=warrant.actor, right="t", acts=warrant.acts, place_ids=frozenset([binh_minh.pk])
    )
    for act in (
        lambda: actions.type_row(row, typed("11"), seen=0, warrant=elsewhere),
        lambda: actions.record_weighday(row.session, warrant=elsewhere),
        lambda: actions.close_weighday(row.session, warrant=elsewhere),
    ):
        with pytest.raises(NoWarrant):
            act()
    assert WeighRow.objects.get().version == 0


@pytest.fixture
def local(warrant, an_son):
    """The leave of An Sơn alone."""
    return type(warrant)(
        actor=warrant.actor, right="t", acts=warrant.acts, place_ids=frozenset([an_son.pk])
    )


def test_a_forged_row_of_a_child_elsewhere_is_not_recorded(session, enter, binh_minh, local):
    far = enter(binh_minh, BORN)
    forged = session.rows.create(
        child=far, weight="11,5", length="86", typed_by=local.actor, typed_at=clock.now(),
        state=WeighRow.State.OK, version=1,
    )  # fmt: skip
    with pytest.raises(WrongState, match="another commune keeps"):
        actions.record_weighday(session, warrant=local)
    actions.type_row(
        session.rows.exclude(pk=forged.pk).get(), typed("11,5", "86"), seen=0, warrant=local
    )
    assert actions.record_weighday(session, warrant=local) == 1
    assert not far.measurements.exists()
    assert rows_elsewhere(session, local) == 1
    assert actions.close_weighday(session, warrant=local).closed_at is not None


def test_a_child_who_moved_away_since_it_was_typed_is_left_to_its_new_commune(
    row, na, binh_minh, local, warrant
):
    actions.type_row(row, typed("11,5", "86"), seen=0, warrant=local)
    actions.move_child(na, place=binh_minh, moved_on=TODAY, warrant=warrant)
    with pytest.raises(WrongState, match="another commune keeps"):
        actions.record_weighday(row.session, warrant=local)
    assert actions.record_weighday(row.session, warrant=warrant) == 1
