"""What this process has counted and not yet written: in memory, a number for each section."""

from collections.abc import Mapping
from datetime import date
from threading import Lock

Counts = Mapping[tuple[date, str], int]


class Tally:
    """Counts of (day, section), safe between threads; it holds nothing else of a view."""

    def __init__(self) -> None:
        self._counts: dict[tuple[date, str], int] = {}
        self._lock = Lock()

    def add(self, day: date, section: str) -> None:
        """Count one view."""
        self.put_back({(day, section): 1})

    def take(self) -> Counts:
        """Take everything away, to be written."""
        with self._lock:
            taken, self._counts = self._counts, {}
        return taken

    def put_back(self, counts: Counts) -> None:
        """Add what could not be written."""
        with self._lock:
            for one, number in counts.items():
                self._counts[one] = self._counts.get(one, 0) + number


TALLY = Tally()
