"""In which commune a row lives: the import's own, or the one that the row names within it."""

from mangnon.imports.errors import wrong_cell
from mangnon.imports.sheets import Row, Scope
from mangnon.places.tree import Tree
from mangnon.places.world import Unit
from mangnon.text.folding import words

_STYLES = ("xa", "phuong", "thi tran")


class Communes:
    """The communes of an import's scope today, by name and code."""

    def __init__(self, scope: Scope) -> None:
        tree = Tree.on(scope.today)
        self.units = [one for one in tree if one.is_leaf and one.id in scope.places]
        self._by: dict[str, list[Unit]] = {}
        for unit in self.units:
            folded = " ".join(words(unit.name_vi))
            for key in {folded, _bare(folded), unit.code}:
                self._by.setdefault(key, []).append(unit)

    def of(self, row: Row) -> Unit | None:
        """Return the commune of a row; None where that is said as a fault of it."""
        typed = row.values.get("place")
        if not typed:
            if len(self.units) == 1:
                return self.units[0]
            row.refuse("place", wrong_cell(
                "Thiếu xã, phường. Hãy ghi tên hoặc mã xã nơi trẻ sống.",
                "The commune is missing. Write its name or code.",
            ))  # fmt: skip
            return None
        folded = " ".join(words(str(typed)))
        found = self._by.get(folded) or self._by.get(_bare(folded)) or []
        if len(found) == 1:
            return found[0]
        row.refuse("place", wrong_cell(
            f"“{str(typed)[:60]}” không thuộc địa bàn đang nhập, hoặc trùng tên. Hãy bỏ dòng này, "
            "hoặc ghi mã xã.",
            f"“{str(typed)[:60]}” is not within the place you import for, or has a namesake. Take "
            "the row out, or write the commune's code.",
        ))  # fmt: skip
        return None


def _bare(folded: str) -> str:
    for style in _STYLES:
        if folded.startswith(f"{style} "):
            return folded.removeprefix(f"{style} ")
    return folded
