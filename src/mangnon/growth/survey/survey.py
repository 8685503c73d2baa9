"""A survey once it is read: children as arrays, and what a reader should know about the file."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mangnon.growth.arrays import Bools, Floats
from mangnon.growth.standards import ZScores, zscores
from mangnon.text.sentence import Sentence

Texts = NDArray[np.str_]


@dataclass(frozen=True, slots=True)
class Survey:
    """Children of a survey, each an element of arrays of shape (n,).

    `label` the child's own number in the file, or its row; `sex` 'm', 'f' or ''; `measured` 'L',
    'H' or ''; weight in kg, length in cm as measured, age in days; NaN unknown. `cluster` None
    where the file has none. `notes` say what was assumed or passed over.
    """

    name: str
    label: Texts
    sex: Texts
    age_days: Floats
    weight_kg: Floats
    length_cm: Floats
    measured: Texts
    oedema: Bools
    cluster: Texts | None
    notes: tuple[Sentence, ...] = ()

    def __len__(self) -> int:
        return len(self.sex)

    def zscores(self) -> ZScores:
        """Judge the children against WHO's standards."""
        return zscores(
            sex=self.sex,
            age_days=self.age_days,
            weight_kg=self.weight_kg,
            length_cm=self.length_cm,
            measured=self.measured,
            oedema=self.oedema,
        )
