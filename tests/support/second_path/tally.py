"""A counter of numerators and denominators by indicator, place, year and breakdown."""

from collections.abc import Iterable

Key = tuple[str, int, int, str, str]
Cells = dict[Key, tuple[float | None, float | None]]
Keys = Iterable[tuple[str, str]]  # (breakdown, value); ("", "") is the total

TOTAL = ("", "")


class Tally:
    """Sums that grow by one row at a time."""

    def __init__(self) -> None:
        self._sums: dict[Key, list[int]] = {}

    def add(
        self,
        code: str,
        year: int,
        place: int,
        keys: Keys,
        *,
        numerator: bool = False,
        denominator: bool = False,
    ) -> None:
        """Let a row fall into its cells, even where it adds nothing."""
        for breakdown, value in keys:
            sums = self._sums.setdefault((code, place, year, breakdown, value), [0, 0])
            sums[0] += numerator
            sums[1] += denominator

    def keep_whole(self, code: str, breakdown: str) -> None:
        """Give the cells of a breakdown the denominator of their place's total."""
        for (which, place, year, name, _), sums in self._sums.items():
            if which == code and name == breakdown:
                sums[1] = self._sums[code, place, year, "", ""][1]

    def cells(self, places: Iterable[int]) -> Cells:
        """Return the sums at ``places``."""
        wanted = set(places)
        return {key: (n, d) for key, (n, d) in self._sums.items() if key[1] in wanted}
