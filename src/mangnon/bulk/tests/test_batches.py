"""A batch that does not fit together is refused with a sentence."""

from datetime import date

import numpy as np
import pytest

from mangnon import clock
from mangnon.bulk import WrongBatch, batches
from mangnon.text.sentence import Sentence

WHY = Sentence(vi="Sai", en="Wrong")


def test_the_length_is_that_of_the_columns():
    assert batches.length_of({"a": [1, 2], "b": "x"}) == 2
    assert batches.length_of({"a": []}) == 0


def test_unlike_columns_are_refused_by_name():
    with pytest.raises(WrongBatch) as refused:
        batches.length_of({"sexes": [1, 2], "names": [1]})
    assert "sexes: 2, names: 1" in refused.value.sentence.vi


def test_days_of_a_constant_and_of_none():
    assert batches.days(date(2020, 1, 1), 2).tolist() == [date(2020, 1, 1)] * 2
    assert np.isnat(batches.days(None, 2)).all()
    assert batches.days([date(2020, 1, 1), None], 2).tolist() == [date(2020, 1, 1), None]


def test_numbers_of_a_constant_and_of_none():
    assert batches.numbers(1, 2).tolist() == [1.0, 1.0]
    assert np.isnan(batches.numbers(None, 2)).all()
    assert np.isnan(batches.numbers([1.5, None], 2)).tolist() == [False, True]


def test_tomorrow_is_refused_and_today_is_not():
    days = batches.days([date(2024, 6, 15), None], 2)
    with clock.pinned(date(2024, 6, 15)):
        assert batches.refuse_future(WHY, days) is None
    with clock.pinned(date(2024, 6, 14)), pytest.raises(WrongBatch) as refused:
        batches.refuse_future(WHY, days)
    assert "15/06/2024" in refused.value.sentence.vi


def test_bad_rows_are_counted_and_the_first_is_named():
    with pytest.raises(WrongBatch) as refused:
        batches.refuse_rows(np.array([False, True, True]), WHY)
    assert "2 rows, the first is row 2" in refused.value.sentence.en


def test_an_unknown_code_is_refused():
    with pytest.raises(WrongBatch):
        batches.one_of(["m", "x"], ["m", "f"], WHY)
    with pytest.raises(WrongBatch):
        batches.one_of("x", ["m", "f"], WHY)
    assert batches.one_of(np.array(["m", "f"]), ["m", "f"], WHY) is None


def test_the_earliest_day_leaves_unknown_days_out():
    first = batches.days([None, date(2020, 5, 1)], 2)
    second = batches.days(date(2019, 1, 1), 2)
    assert batches.earliest(first, second) == date(2019, 1, 1)


def test_rows_in_the_order_of_a_column():
    rows = {"a": [3, 1, 2], "b": np.array(["c", "a", "b"]), "c": "x"}
    turned = batches.ordered(rows, by=np.array([3, 1, 2]))
    assert list(turned["a"]) == [1, 2, 3]
    assert list(turned["b"]) == ["a", "b", "c"]
    assert turned["c"] == "x"
