"""Reads what a caller hands in: sex, lying or standing, numbers; one form inside.

Each reader takes a sequence or an array of length n, or one value for all.
"""

from typing import TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mangnon.growth.arrays import Anything, Bools, Floats, Ints
from mangnon.growth.errors import GrowthError
from mangnon.text.sentence import Sentence

Kind = TypeVar("Kind", bound=np.generic)

UNKNOWN = -1
"""The code of an unknown sex or an unknown way of measuring."""

SEX_CODES = {"m": 0, "1": 0, "f": 1, "2": 1, "": UNKNOWN}
"""Boys 0, girls 1."""

MEASURED_CODES = {"l": 0, "h": 1, "": UNKNOWN}
"""L: length, lying, 0; H: height, standing, 1."""


def floats(values: ArrayLike | None, n: int) -> Floats:
    """Read n numbers; None (the whole or one of them) is unknown, NaN."""
    if values is None:
        return np.full(n, np.nan)
    return _spread(np.asarray(values, dtype=np.float64), n)


def marks(values: ArrayLike | None, n: int) -> Bools:
    """Read n yes-or-no marks; None (the whole) is no."""
    if values is None:
        return np.zeros(n, dtype=np.bool_)
    return _spread(np.asarray(values, dtype=np.bool_), n)


def sex_codes(values: ArrayLike, n: int) -> Ints:
    """Read n sexes given as 'm'/'f' or 1/2 ('' or NaN unknown): boys 0, girls 1, unknown -1."""
    return _codes(_spread(np.asarray(values), n), SEX_CODES, _SEX_ASKED)


def measured_codes(values: ArrayLike | None, n: int) -> Ints:
    """Read n ways of measuring given as 'L'/'H' ('' unknown): lying 0, standing 1, unknown -1."""
    if values is None:
        return np.full(n, UNKNOWN, dtype=np.intp)
    return _codes(_spread(np.asarray(values), n), MEASURED_CODES, _MEASURED_ASKED)


def length_of(*values: ArrayLike | None) -> int:
    """Give the number of children that these arguments speak of: the longest one."""
    return max((np.size(np.asarray(value)) for value in values if value is not None), default=0)


def _spread(array: NDArray[Kind], n: int) -> NDArray[Kind]:
    if array.ndim <= 1 and array.size in (1, n):
        return np.ascontiguousarray(np.broadcast_to(array.reshape(-1), (n,)))
    raise GrowthError(
        Sentence(
            vi=f"Một cột có hình dạng {array.shape} trong khi có {n} trẻ. "
            "Hãy đưa mỗi cột một giá trị cho mỗi trẻ.",
            en=f"A column has the shape {array.shape} while there are {n} children. "
            "Give every column one value a child.",
        )
    )


def _codes(values: Anything, known: dict[str, int], asked: Sentence) -> Ints:
    letters = _letters(values)
    codes = np.full(letters.shape, UNKNOWN - 1, dtype=np.intp)
    for letter, code in known.items():
        codes[letters == (ord(letter) if letter else 0)] = code
    if letters.size and int(codes.min()) < UNKNOWN:
        where = int(codes.argmin())
        raise _not_a_code(values[where], where, asked)
    return codes


def _letters(values: Anything) -> Ints:
    """Give each value as the code point of its one lower-case letter or digit; 0 for none.

    Works on the text's own code points: comparing 500,000 strings one by one would take longer
    than all z-scores. A longer text becomes -1, which is no code.
    """
    if values.dtype.kind in "iuf":
        return _digits(values)
    text = _as_text(values)
    width = text.dtype.itemsize // 4
    if width == 0:
        return np.zeros(text.shape, dtype=np.intp)
    points = text.view(np.uint32).reshape(len(text), width)
    first = points[:, 0].astype(np.intp)
    first[(first >= ord("A")) & (first <= ord("Z"))] += ord("a") - ord("A")
    if width > 1:
        first[(points[:, 1:] != 0).any(axis=1)] = -1
    return first


def _digits(values: Anything) -> Ints:
    """Give the code points of numbers 0 to 9; NaN is none, any other number no code."""
    numbers = values.astype(np.float64)
    one_digit = (numbers >= 0) & (numbers <= 9) & (numbers == np.floor(numbers))
    points = np.where(one_digit, numbers + ord("0"), -1.0)
    return np.where(np.isnan(numbers), 0.0, points).astype(np.intp)


def _as_text(values: Anything) -> Anything:
    if values.dtype.kind == "U":
        return np.ascontiguousarray(values)
    if values.dtype.kind == "O":
        return np.array(["" if _is_nothing(value) else str(value) for value in values])
    return values.astype(np.str_)


def _is_nothing(value: object) -> bool:
    return value is None or value != value  # only NaN differs from itself


_SEX_ASKED = Sentence(
    vi="Giới tính phải là 'm' (nam) hoặc 'f' (nữ), hoặc 1 (nam), 2 (nữ)",
    en="Sex must be 'm' (boy) or 'f' (girl), or 1 (boy), 2 (girl)",
)
_MEASURED_ASKED = Sentence(
    vi="Cách đo phải là 'L' (nằm) hoặc 'H' (đứng)",
    en="The way of measuring must be 'L' (lying) or 'H' (standing)",
)


def _not_a_code(value: object, where: int, asked: Sentence) -> GrowthError:
    return GrowthError(
        Sentence(
            vi=f"{asked.vi}; trẻ thứ {where + 1} có '{value}'. Để trống nếu không biết.",
            en=f"{asked.en}; child number {where + 1} has '{value}'. Leave it empty if unknown.",
        )
    )
