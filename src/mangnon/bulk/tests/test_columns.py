"""Columns: lists, arrays and constants give the same rows."""

from datetime import date
from uuid import UUID

import numpy as np
import pytest

from mangnon.bulk import digest, lengths_differ
from mangnon.bulk.columns import is_constant, plain


@pytest.mark.parametrize("value", ["nam", b"x", 1, 1.5, True, date(2020, 1, 1), None, UUID(int=1)])
def test_one_value_for_all(value):
    assert is_constant(value)


@pytest.mark.parametrize("many", [[1], (1,), range(3), np.array([1.0]), []])
def test_many_values(many):
    assert not is_constant(many)


def test_unlike_lengths_are_named():
    columns = {"a": [1, 2], "b": np.array([1]), "c": "x"}
    assert lengths_differ(columns) == {"a": 2, "b": 1}
    assert lengths_differ({"a": [1, 2], "b": range(2), "c": None}) is None


def test_unknown_numbers_and_days_are_none():
    assert plain(np.array([1.5, np.nan])) == [1.5, None]
    days = np.array(["2020-01-01", "NaT"], dtype="datetime64[D]")
    assert plain(days) == [date(2020, 1, 1), None]


def test_numbers_of_numpy_become_pythons():
    assert [type(value) for value in plain(np.array([1, 2]))] == [int, int]


def test_a_digest_tells_manifests_apart():
    one = {"a": [1, 2], "b": ["x", "y"]}
    assert digest(one) == digest({"a": [1, 2], "b": ["x", "y"]})
    others = [
        {"a": [1, 3], "b": ["x", "y"]},
        {"a": [2, 1], "b": ["x", "y"]},
        {"b": ["x", "y"], "a": [1, 2]},
        {"a": [1, 2], "b": ["xy", ""]},
        {"a": [1, 2], "c": ["x", "y"]},
    ]
    assert digest(one) not in {digest(other) for other in others}


def test_a_digest_covers_bytes_and_nothing():
    assert digest({"a": [b"1", None]}) != digest({"a": [b"2", None]})
    assert len(digest({"a": [None, None], "b": "const"})) == 64
