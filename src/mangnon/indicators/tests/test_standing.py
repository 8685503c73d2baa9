"""The standing engine: plans are kept, what they read is not."""

import pyarrow as pa
import pytest

from mangnon.indicators.standing import standing

SUM = "SELECT sum(number) FROM rows WHERE kind = 'a'"


def rows(*numbers: int) -> pa.Table:
    kinds = pa.array(["a"] * len(numbers), pa.string())
    return pa.table({"kind": kinds, "number": pa.array(numbers, pa.int64())})


def total(table: pa.Table) -> float | None:
    with standing() as cursor:
        cursor.register("rows", table)
        (found,) = cursor.execute(SUM).fetchone()
    return found


def test_a_kept_plan_reads_what_was_handed_over_last():
    assert [total(rows(1, 2)), total(rows(10, 20, 30)), total(rows())] == [3, 60, None]


def test_other_columns_under_the_same_name_are_read_as_they_are():
    assert total(rows(1)) == 1
    other = pa.table({"number": pa.array([4.5]), "more": ["x"], "kind": ["a"]})
    assert total(other) == 4.5
    assert total(rows(2)) == 2


def test_what_is_let_go_is_read_no_more():
    with standing() as cursor:
        cursor.register("rows", rows(5))
        cursor.unregister("rows")
        assert cursor.execute(SUM).fetchone() == (None,)


def test_after_an_error_the_engine_is_made_anew():
    with standing() as first:
        pass
    with pytest.raises(ValueError, match="broken"), standing() as second:
        assert second is first
        raise ValueError("broken")
    with standing() as third:
        assert third is not first
