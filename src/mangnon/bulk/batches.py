"""Reading and judging batches: many records handed in as columns."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

import numpy as np
from django.db import models
from numpy.typing import NDArray

from mangnon import clock
from mangnon.bulk.columns import Column, is_constant, lengths_differ
from mangnon.bulk.rows import reserve_ids, write_columns
from mangnon.text.sentence import DomainError, Sentence


class WrongBatch(DomainError):
    """A batch whose columns do not fit together, or that holds impossible rows."""


def length_of(columns: Mapping[str, Column]) -> int:
    """Return the number of rows; raise WrongBatch where the columns differ in length."""
    differing = lengths_differ(columns)
    if differing is not None:
        listed = ", ".join(f"{name}: {length}" for name, length in differing.items())
        raise WrongBatch(
            Sentence(
                vi=f"Các cột của lô dài ngắn khác nhau ({listed}). Hãy cho mỗi cột đủ số dòng.",
                en=f"The columns of the batch differ in length ({listed}). "
                "Give every column a value for each row.",
            )
        )
    return max((len(column) for column in columns.values() if not is_constant(column)), default=0)  # type: ignore[arg-type]


def days(column: Column, count: int) -> NDArray[np.datetime64]:
    """Give a column of dates as whole days, one for each row; None becomes NaT."""
    if is_constant(column):
        column = [column] * count
    return np.asarray(column, dtype="datetime64[D]")


def numbers(column: Column, count: int) -> NDArray[np.float64]:
    """Give a column of numbers as floats, one for each row; None becomes NaN."""
    if is_constant(column):
        return np.full(count, np.nan if column is None else float(column))  # type: ignore[arg-type]
    return np.asarray(column, dtype=np.float64)


def refuse_future(what: Sentence, column: NDArray[np.datetime64]) -> None:
    """Refuse a batch that holds a day still to come."""
    known = column[~np.isnat(column)]
    if len(known) and known.max() > np.datetime64(clock.today(), "D"):
        day, today = known.max().item(), clock.today()
        raise WrongBatch(
            Sentence(
                vi=f"{what.vi}: {day:%d/%m/%Y} ở tương lai, hôm nay là {today:%d/%m/%Y}. "
                "Chưa ghi dòng nào; hãy sửa rồi nạp lại.",
                en=f"{what.en}: {day} is in the future, today is {today}. "
                "Nothing was written; correct and load again.",
            )
        )


def refuse_rows(bad: NDArray[np.bool_], why: Sentence) -> None:
    """Refuse a batch with bad rows: how many, and the first of them."""
    if bad.any():
        raise bad_rows(int(bad.sum()), f"{int(bad.argmax()) + 1}", why)


def refuse_any(bad: models.QuerySet[Any], why: Sentence, first: int) -> None:
    """Refuse rows already written, of consecutive ids from ``first``, that should not be."""
    worst = bad.order_by("pk").values_list("pk", flat=True).first()
    if worst is not None:
        raise bad_rows(bad.count(), f"{worst - first + 1}", why)


def bad_rows(count: int, row: str, why: Sentence) -> WrongBatch:
    """Say how many rows of a batch are wrong, which is the first, and why."""
    return WrongBatch(
        Sentence(
            vi=f"{why.vi}: {count} dòng, đầu tiên là dòng {row}. Chưa ghi dòng nào; "
            "hãy sửa rồi nạp lại.",
            en=f"{why.en}: {count} rows, the first is row {row}. Nothing was written; "
            "correct and load again.",
        )
    )


def one_of(column: Column, known: Collection[str], why: Sentence) -> None:
    """Refuse a column that holds a value which is not known."""
    values = np.asarray([column] if isinstance(column, str) else column, dtype=object)
    bad = ~np.isin(values.astype(str), np.asarray(list(known), dtype=str))
    refuse_rows(bad, why)


def ordered(rows: Mapping[str, Column], *, by: NDArray[Any]) -> dict[str, Column]:
    """Give the columns with their rows in the order of one of them."""
    order = np.argsort(by, kind="stable")
    return {
        name: np.asarray(column)[order] if not is_constant(column) else column
        for name, column in rows.items()
    }


def write(model: type[models.Model], columns: Mapping[str, Column]) -> range:
    """Write rows under reserved ids, and give these."""
    count = length_of(columns)
    if count == 0:
        return range(0)
    ids = reserve_ids(model, count)
    write_columns(model, {"id": ids, **columns})
    return ids


def earliest(*columns: NDArray[np.datetime64]) -> date:
    """Return the first day of several columns."""
    every = np.concatenate(columns)
    day: date = every[~np.isnat(every)].min().item()
    return day
