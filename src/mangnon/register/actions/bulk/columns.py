"""Reading the columns of a batch, and what every bulk act does at its end."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

import numpy as np
from django.db import models
from numpy.typing import NDArray

from mangnon import clock
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.bulk import Column, digest, lengths_differ, reserve_ids, write_columns
from mangnon.indicators.marks import announce
from mangnon.register.errors import WrongBatch, in_future
from mangnon.text.sentence import Sentence


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
    return max((len(column) for column in columns.values() if _is_many(column)), default=0)  # type: ignore[arg-type]


def _is_many(column: Column) -> bool:
    return column is not None and not isinstance(column, (str, bytes, int, float, date))


def days(column: Column, count: int) -> NDArray[np.datetime64]:
    """Give a column of dates as whole days, one for each row; None becomes NaT."""
    if not _is_many(column):
        return np.full(count, np.datetime64(column, "D") if column else np.datetime64("NaT", "D"))
    return np.asarray(column, dtype="datetime64[D]")


def numbers(column: Column, count: int) -> NDArray[np.float64]:
    """Give a column of numbers as floats, one for each row; None becomes NaN."""
    if not _is_many(column):
        return np.full(count, np.nan if column is None else float(column))  # type: ignore[arg-type]
    return np.asarray(column, dtype=np.float64)


def refuse_future(what: Sentence, column: NDArray[np.datetime64]) -> None:
    """Refuse a batch that holds a day still to come."""
    known = column[~np.isnat(column)]
    if len(known) and known.max() > np.datetime64(clock.today(), "D"):
        raise in_future(what, known.max().item(), clock.today())


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
        name: np.asarray(column)[order] if _is_many(column) else column
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


def note(warrant: Warrant, act: str, count: int, manifest: Mapping[str, Column]) -> None:
    """Record a bulk act: how many rows, and the digest of what was handed in."""
    data = {"rows": count, "sha256": digest(manifest)}
    record(warrant, f"register.{act}", data=data)


def changed(
    warrant: Warrant, datasets: Iterable[str], places: Collection[int], since: date
) -> None:
    """Demand the right at every place touched, and leave their recount to the sweeper."""
    warrant.demand("register.write", places)  # known only now; refusing undoes the whole act
    if places:
        announce(datasets, places, since, inline=False)


def earliest(*columns: NDArray[np.datetime64]) -> date:
    """Return the first day of several columns."""
    every = np.concatenate(columns)
    day: date = every[~np.isnat(every)].min().item()
    return day
