"""Everything that cannot be gets a sentence of its own, in both languages, and changes nothing."""

from datetime import date

import pytest

from mangnon.register import actions as acts
from mangnon.register.models import Residence
from mangnon.register.particulars import Particulars
from mangnon.register.tests.conftest import MERGER, TODAY
from mangnon.register.tests.stored import refused

BORN, DIED = date(2015, 3, 10), date(2020, 8, 9)
WHO = Particulars(name="Nguyễn Thị Mận", sex="f", birth_date=BORN, document="030215000123")
TOMORROW = date(2024, 6, 16)


@pytest.fixture
def lives(man, an_son, binh_minh, merged, disability, old_group, gift, warrant):
    """What a refusal may need: the child, places, groups and the warrant, by name."""
    given = {"man": man, "an_son": an_son, "binh_minh": binh_minh, "merged": merged,
             "new": disability, "old": old_group, "gift": gift}  # fmt: skip
    acts.record_measurement(man, measured_on=date(2019, 1, 1), length_cm=100, warrant=warrant)
    return given


def born(day, **other):
    return Particulars(name="Nguyễn Văn Táo", sex="m", birth_date=day, **other)


ONE_CHILD = {
    "a birth to come": lambda w, o: acts.register_child(
        born(TOMORROW), place=o["an_son"], warrant=w
    ),
    "a stay before birth": lambda w, o: acts.register_child(
        born(BORN), place=o["an_son"], lived_from=date(2015, 3, 9), warrant=w
    ),
    "entered at sixteen": lambda w, o: acts.register_child(
        born(date(2008, 1, 1)), place=o["an_son"], lived_from=date(2024, 1, 1), warrant=w
    ),
    "entered at an abolished place": lambda w, o: acts.register_child(
        born(BORN), place=o["merged"], lived_from=MERGER, warrant=w
    ),
    "an unknown kind of residence": lambda w, o: acts.register_child(
        born(BORN), place=o["an_son"], kind="xyz", warrant=w
    ),
    "a move before birth": lambda w, o: acts.move_child(
        o["man"], place=o["binh_minh"], moved_on=date(2015, 3, 9), warrant=w
    ),
    "a move to come": lambda w, o: acts.move_child(
        o["man"], place=o["binh_minh"], moved_on=TOMORROW, warrant=w
    ),
    "a move on the first day": lambda w, o: acts.move_child(
        o["man"], place=o["binh_minh"], moved_on=BORN, warrant=w
    ),
    "a move to where it lives": lambda w, o: acts.move_child(
        o["man"], place=o["an_son"], moved_on=DIED, warrant=w
    ),
    "a death to come": lambda w, o: acts.record_death(o["man"], died_on=TOMORROW, warrant=w),
    "a death before a weighing": lambda w, o: acts.record_death(
        o["man"], died_on=date(2018, 12, 31), warrant=w
    ),
    "a birth of another day": lambda w, o: acts.record_birth(
        place=o["an_son"], born_on=date(2015, 3, 11), sex="f", child=o["man"], warrant=w
    ),
    "a group not yet in force": lambda w, o: acts.begin_circumstance(
        o["man"], group=o["new"], valid_from=date(2017, 5, 31), warrant=w
    ),
    "a group no longer in force": lambda w, o: acts.begin_circumstance(
        o["man"], group=o["old"], valid_from=date(2017, 6, 1), warrant=w
    ),
    "a weighing without result": lambda w, o: acts.record_measurement(
        o["man"], measured_on=DIED, warrant=w
    ),
    "a weight in grams": lambda w, o: acts.record_measurement(
        o["man"], measured_on=DIED, weight_kg=11200, warrant=w
    ),
    "a height in feet": lambda w, o: acts.record_measurement(
        o["man"], measured_on=DIED, length_cm=2.9, warrant=w
    ),
    "no number at all": lambda w, o: acts.record_measurement(
        o["man"], measured_on=DIED, weight_kg=float("nan"), warrant=w
    ),
    "a child that shrinks": lambda w, o: acts.record_measurement(
        o["man"], measured_on=DIED, length_cm=96.5, warrant=w
    ),
    "an unknown position": lambda w, o: acts.record_measurement(
        o["man"], measured_on=DIED, length_cm=101, position="x", warrant=w
    ),
    "a gift no longer given": lambda w, o: acts.give_assistance(
        o["man"], kind=o["gift"], delivered_on=date(2022, 1, 1), warrant=w
    ),
    "born after its first weighing": lambda w, o: acts.correct_identity(
        o["man"], born(date(2019, 1, 2)), warrant=w
    ),
    "sixteen when it came": lambda w, o: acts.correct_identity(
        o["man"], born(date(1999, 3, 10)), warrant=w
    ),
}


@pytest.mark.parametrize("case", ONE_CHILD)
def test_it_is_refused_and_nothing_is_written(lives, warrant, case):
    with refused():
        ONE_CHILD[case](warrant, lives)


def test_each_has_a_sentence_of_its_own(lives, warrant):
    told: dict[str, str] = {}
    for case, act in ONE_CHILD.items():
        with refused() as caught:
            act(warrant, lives)
        sentence = caught.value.sentence
        for words in (sentence.vi, sentence.en):
            assert words not in told, f"{case} and {told.get(words)} read alike"
            told[words] = case
        assert "Mận" not in sentence.vi + sentence.en


@pytest.mark.parametrize("day", [BORN, DIED, TODAY])
def test_the_dead_do_not_move(man, binh_minh, warrant, day):
    acts.record_death(man, died_on=DIED, warrant=warrant)
    with refused():
        acts.move_child(man, place=binh_minh, moved_on=day, warrant=warrant)


def test_circumstances_found_after_a_death_end_with_it(man, disability, warrant):
    acts.record_death(man, died_on=DIED, warrant=warrant)
    spell = acts.begin_circumstance(
        man, group=disability, valid_from=date(2018, 1, 1), warrant=warrant
    )
    assert (spell.valid_to, spell.end_reason) == (DIED, "died")


def test_nobody_left_after_dying(man, warrant):
    acts.move_away(man, left_on=date(2021, 1, 1), warrant=warrant)
    with refused():
        acts.record_death(man, died_on=DIED, warrant=warrant)


@pytest.mark.parametrize(
    ("day", "cm", "fits"),
    [
        (date(2019, 6, 1), 97.0, True),  # within what two readings may differ
        (date(2019, 6, 1), 96.9, False),
        (date(2018, 6, 1), 103.0, True),
        (date(2018, 6, 1), 103.1, False),
        (date(2019, 1, 1), 50.0, True),  # the same day: another reading, not a shrinking
    ],
)
def test_children_do_not_shrink(lives, man, warrant, day, cm, fits):
    if fits:
        assert acts.record_measurement(
            man, measured_on=day, length_cm=cm, confirmed=cm == 50, warrant=warrant
        ).pk
        return
    with refused():
        acts.record_measurement(man, measured_on=day, length_cm=cm, warrant=warrant)
    once_more = {"measured_on": day, "length_cm": cm, "confirmed": True}
    assert acts.record_measurement(man, **once_more, warrant=warrant).length_cm == cm


def test_a_corrected_birth_is_followed_by_birth_and_death(man, an_son, warrant):
    birth = acts.record_birth(place=an_son, born_on=BORN, sex="f", child=man, warrant=warrant)
    death = acts.record_death(man, died_on=DIED, warrant=warrant)
    other = Particulars(name="Nguyễn Thị Mận", sex="m", birth_date=date(2015, 3, 1))
    acts.correct_identity(man, other, warrant=warrant)
    birth.refresh_from_db()
    death.refresh_from_db()
    assert (birth.born_on, birth.sex) == (date(2015, 3, 1), "m")
    assert death.age_days == (DIED - date(2015, 3, 1)).days


def test_nobody_is_corrected_to_be_born_after_death(enter, an_son, warrant):
    child = enter(an_son, DIED)
    acts.record_death(child, died_on=DIED, warrant=warrant)
    Residence.objects.update(valid_from=TODAY, valid_to=TODAY)
    with refused():
        acts.correct_identity(child, born(TODAY), warrant=warrant)
