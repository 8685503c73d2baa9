"""What was typed in a row, and the numbers it says."""

import re
import unicodedata
from dataclasses import dataclass, replace

from mangnon.register.models import Measurement
from mangnon.register.models.weighdays import Typed
from mangnon.text.numbers import parse_number

LONGEST = 12  # characters of a number, as the column keeps it
LONGEST_NOTE = 200
_WORD = re.compile(r"[^\W\d_]+")
_UNITS = ("kg", "g", "cm", "m")


@dataclass(frozen=True, slots=True)
class TypedValues:
    """One row as typed; ``note`` in clear, in memory only."""

    weight: str = ""
    length: str = ""
    position: str = ""
    oedema: bool = False
    confirmed: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "weight", _figure(self.weight))
        object.__setattr__(self, "length", _figure(self.length))
        object.__setattr__(self, "note", " ".join(self.note.split())[:LONGEST_NOTE])
        if self.position not in Measurement.Position.values:
            object.__setattr__(self, "position", "")

    def __repr__(self) -> str:
        return "TypedValues(…)"  # a note never reaches a log or a traceback

    @property
    def is_blank(self) -> bool:
        """Whether nothing was weighed or measured; how a child would be measured says nothing."""
        return not (self.weight or self.length or self.oedema)

    @classmethod
    def of(cls, row: Typed, note: str) -> "TypedValues":
        """Return what stands in a row, with its note opened by the caller."""
        return cls(row.weight, row.length, row.position, row.oedema, row.confirmed, note)

    def means(self, other: "TypedValues") -> bool:
        """Whether both say the same; a tick alone is not what was measured."""
        return replace(self, confirmed=False) == replace(other, confirmed=False)


def _figure(text: str) -> str:
    """Return what is kept of a figure as typed: a word that strayed into it may be a name."""
    plain = unicodedata.normalize("NFC", text).strip()
    return _WORD.sub(lambda found: found[0] if found[0].lower() in _UNITS else "…", plain)[:LONGEST]


BLANK = TypedValues()


@dataclass(frozen=True, slots=True)
class Reading:
    """The numbers typed: kilograms and centimetres, None where there is none."""

    weight_kg: float | None
    length_cm: float | None
    position: str
    oedema: bool


def read_typed(typed: TypedValues) -> Reading:
    """Read the numbers; raises NotANumberError with its sentence."""
    weight = float(parse_number(typed.weight)) if typed.weight else None
    length = float(parse_number(typed.length)) if typed.length else None
    return Reading(weight, length, typed.position, typed.oedema)
