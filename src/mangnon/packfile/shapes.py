"""The fields of a file: one table, from which the judge, the reader and the schema are made."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

FieldType = Literal[
    "text", "code", "day", "flag", "number", "whole", "share", "texts", "table", "tables"
]


@dataclass(frozen=True, slots=True)
class Field:
    """A column or key: its type, what it means, and what may stand there.

    ``judged_elsewhere``: its presence and its list of choices are in the schema, but a judge
    of the subject speaks about them, so that a mistake is told once.
    """

    name: str
    type: FieldType
    vi: str
    en: str
    required: bool = False
    choices: tuple[str, ...] = ()
    inner: "Shape | None" = None
    judged_elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of row: what it is called, and its fields."""

    vi: str
    en: str
    fields: Sequence[Field]

    def field(self, name: str) -> Field | None:
        """Return the field of that name, or None."""
        return next((field for field in self.fields if field.name == name), None)

    @property
    def required(self) -> list[str]:
        """The names of the fields that must be written."""
        return [field.name for field in self.fields if field.required]

    @property
    def names(self) -> list[str]:
        """The names of all fields."""
        return [field.name for field in self.fields]


EXAMPLES: dict[str, str] = {
    "text": "chữ",
    "code": "ma-khong-dau",
    "day": "2025-07-01",
    "flag": "true",
    "number": "2.5",
    "whole": "30",
    "share": "1/3",
    "texts": '["a", "b"]',
    "table": "[…]",
    "tables": "[[…]]",
}
