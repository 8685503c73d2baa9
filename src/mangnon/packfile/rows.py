"""A row of a CSV file or a table of a TOML file, with the lines it was written on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mangnon.packfile.mistakes import Mistake


@dataclass(frozen=True)
class Row:
    """Values by field name; a field that was left out is None (text: an empty text).

    A table inside is a Row, several are a list of Rows. ``raw`` is what TOML gave.
    """

    file: str
    line: int
    values: Mapping[str, Any]
    lines: Mapping[str, int] = field(default_factory=dict)
    raw: Mapping[str, Any] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    def line_of(self, name: str) -> int:
        """Return the line of a key, or of the row where the key was left out."""
        return self.lines.get(name, self.line)

    def wrong(self, name: str, vi: str, en: str) -> Mistake:
        """Return a mistake at the field ``name``; an empty name means the row."""
        return Mistake(self.file, self.line_of(name), vi, en)
