"""What would be added, changed or removed."""

from collections.abc import Iterable
from dataclasses import dataclass

from mangnon.packsync.tables import Key, Sheet, Table


@dataclass(frozen=True)
class Difference:
    """Keys by what happens to them, and how many rows stand as they should already.

    ``kept`` differ from the pack and stay so, because somebody edited them here.
    """

    table: Table
    added: tuple[Key, ...]
    changed: tuple[Key, ...]
    removed: tuple[Key, ...]
    same: int
    kept: tuple[Key, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the table stands as wanted."""
        return not (self.added or self.changed or self.removed)


def compare(sheet: Sheet, owned: Iterable[Key] = ()) -> Difference:
    """Hold the wanted rows against the table; one query, of wholes a few.

    Only rows among ``owned`` (brought by an earlier application) can count as removed.
    """
    held = sheet.table.standing()
    ours = sheet.table.edited(held)
    added = tuple(key for key in sheet.rows if key not in held)
    differing = tuple(key for key, values in sheet.rows.items() if held.get(key, values) != values)
    gone = tuple(key for key in owned if key in held and key not in sheet.rows)
    return Difference(
        sheet.table,
        added,
        changed=tuple(key for key in differing if key not in ours),
        removed=tuple(key for key in gone if key not in ours),
        same=len(sheet.rows) - len(added) - len(differing),
        kept=tuple(key for key in (*differing, *gone) if key in ours),
    )
