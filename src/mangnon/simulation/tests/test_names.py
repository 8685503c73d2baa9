"""Names by the habits of each cohort, and numbers that no real person has."""

from collections import Counter

import numpy as np

from mangnon.simulation.days import years
from mangnon.simulation.tests.stage import province

LARGE = province(20_000)
WORDS = LARGE.names.words(np.arange(len(LARGE.people)))
NUMBERS = LARGE.names.documents(np.arange(len(LARGE.people)))


def test_a_name_has_three_words() -> None:
    assert {len(name.split()) for name in WORDS} == {3}


def test_more_than_a_third_are_called_nguyen() -> None:
    families = Counter(name.split()[0] for name in WORDS)
    assert 0.32 < families["Nguyễn"] / len(WORDS) < 0.42
    assert families["Phạm"] > families["Vũ"] > families["Lê"]


def test_siblings_share_the_family_name() -> None:
    household = LARGE.people.household
    plain = ~LARGE.names.mistyped
    seen: dict[int, str] = {}
    for row in np.flatnonzero(plain).tolist():
        family = WORDS[row].split()[0]
        assert seen.setdefault(int(household[row]), family) == family


def test_the_old_middle_names_grow_rare() -> None:
    year, girl = years(LARGE.people.birth), LARGE.people.girl
    thi = np.array([name.split()[1] == "Thị" for name in WORDS])
    assert thi[girl & (year < 2001)].mean() > 0.28
    assert thi[girl & (year > 2021)].mean() < 0.14
    assert not thi[~girl].any()


def test_numbers_are_twelve_digits_since_2016_only_and_nobody_shares_one() -> None:
    year = years(LARGE.people.birth)
    have = np.array([bool(number) for number in NUMBERS])
    assert not have[year < 2016].any()
    assert have[year >= 2017].mean() > 0.9
    first = [
        number for number, copy in zip(NUMBERS, LARGE.people.copy_of, strict=True)
        if number and copy < 0
    ]  # fmt: skip
    assert all(len(number) == 12 and number.isdigit() for number in first)
    assert len(set(first)) == len(first)


def test_a_number_carries_sex_and_year() -> None:
    for row in range(len(WORDS) - 200, len(WORDS)):
        if NUMBERS[row]:
            assert NUMBERS[row][3] == ("3" if LARGE.people.girl[row] else "2")
            assert NUMBERS[row][4:6] == f"{years(LARGE.people.birth)[row] % 100:02d}"


def test_a_few_names_lost_their_marks() -> None:
    assert 0.002 < LARGE.names.mistyped.mean() < 0.012
