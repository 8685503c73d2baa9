"""In which commune a row is: the import's own, or the one that the row names within it."""

from datetime import date

from mangnon.imports.errors import wrong_cell
from mangnon.imports.sheets import Row, Scope
from mangnon.places.tree import Tree
from mangnon.places.world import Unit
from mangnon.text.folding import words

_STYLES = ("xa", "phuong", "thi tran")


class Communes:
    """The communes of an import's scope, by name and code, on the map of a day."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._maps: dict[date, _Map] = {}

    def find(self, row: Row, day: date | None = None) -> Unit | None:
        """Return the one commune that a row means on a day; None where there is none such."""
        here = self._on(day or self._scope.today)
        typed = str(row.values.get("place") or "")
        found = here.named(typed) if typed else here.units
        return found[0] if len(found) == 1 else None

    def of(self, row: Row, day: date | None = None) -> Unit | None:
        """Return the commune of a row on a day (None: today); None where that is a fault of it."""
        found = self.find(row, day)
        if found is not None:
            return found
        typed = str(row.values.get("place") or "")[:60]
        if not typed:
            row.refuse("place", wrong_cell(
                "Thiếu xã, phường. Hãy ghi tên hoặc mã xã của dòng này.",
                "The commune is missing. Write its name or code.",
            ))  # fmt: skip
            return None
        row.refuse("place", wrong_cell(
            f"“{typed}” không thuộc địa bàn đang nhập, hoặc trùng tên. Hãy bỏ dòng này, "
            "hoặc ghi mã xã.",
            f"“{typed}” is not within the place you import for, or has a namesake. Take "
            "the row out, or write the commune's code.",
        ))  # fmt: skip
        return None

    def _on(self, day: date) -> "_Map":
        if day not in self._maps:
            tree = Tree.on(day)
            self._maps[day] = _Map([
                one for one in tree if one.is_leaf and one.id in self._scope.places
            ])  # fmt: skip
        return self._maps[day]


class _Map:
    """The communes of one day."""

    def __init__(self, units: list[Unit]) -> None:
        self.units = units
        self._by: dict[str, list[Unit]] = {}
        for unit in units:
            folded = " ".join(words(unit.name_vi))
            for key in {folded, _bare(folded), unit.code}:
                self._by.setdefault(key, []).append(unit)

    def named(self, typed: str) -> list[Unit]:
        folded = " ".join(words(typed))
        return self._by.get(folded) or self._by.get(_bare(folded)) or []


def _bare(folded: str) -> str:
    for style in _STYLES:
        if folded.startswith(f"{style} "):
            return folded.removeprefix(f"{style} ")
    return folded
