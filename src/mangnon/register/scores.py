"""Z-scores of weighings, as they are kept: numbers or None, and which are implausible."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mangnon.growth import zscores

INDICES = ("waz", "haz", "whz", "baz")
# "waz,haz" for every set of flagged indices, found by its bits.
_FLAGGED = np.array(
    [
        ",".join(index for bit, index in enumerate(INDICES) if bits >> bit & 1)
        for bits in range(1 << len(INDICES))
    ],
    dtype=object,
)


@dataclass(frozen=True, slots=True)
class Scores:
    """Z-scores of n weighings by index, NaN where not known, and the text of their flags."""

    by_index: dict[str, NDArray[np.float64]]
    flagged: list[str]


def scores(
    *,
    sex: Sequence[str] | NDArray[Any],
    age_days: NDArray[np.float64],
    weight_kg: NDArray[np.float64],
    length_cm: NDArray[np.float64],
    position: Sequence[str] | NDArray[Any],
    oedema: NDArray[np.bool_],
) -> Scores:
    """Give the z-scores of n weighings; an age of NaN (only the year is known) gives none."""
    z = zscores(
        sex=sex,
        age_days=age_days,
        weight_kg=weight_kg,
        length_cm=length_cm,
        measured=position,
        oedema=oedema,
    )
    unknown = np.isnan(age_days)
    found = {index: np.where(unknown, np.nan, getattr(z, index)) for index in INDICES}
    bits = np.zeros(len(age_days), dtype=np.intp)
    for bit, index in enumerate(INDICES):
        bits |= (getattr(z, f"{index}_flag") & ~unknown).astype(np.intp) << bit
    return Scores(found, _FLAGGED[bits].tolist())
