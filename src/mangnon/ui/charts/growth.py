"""What a growth chart is made from: a standard's lines, and a child's points among them."""

from dataclasses import dataclass

XY = tuple[float, float]


@dataclass(frozen=True, slots=True)
class StandardLine:
    """A line of the standard at a whole z-score: −3, −2, 0, 2 or 3."""

    z: int
    points: tuple[XY, ...]

    @property
    def label(self) -> str:
        """The z-score as people write it: −2, 0, +2."""
        return f"+{self.z}" if self.z > 0 else f"−{-self.z}" if self.z else "0"


@dataclass(frozen=True, slots=True)
class GrowthPoint:
    """One weighing: where it lies, and what it says in words."""

    across: float
    up: float
    words: str


@dataclass(frozen=True, slots=True)
class GrowthChart:
    """A child among the lines of a WHO standard.

    ``across`` is a span of months of age or of cm, ``step`` the distance between its marks.
    """

    title: str
    across_name: str
    up_name: str
    across: tuple[float, float]
    step: float
    lines: tuple[StandardLine, ...]
    points: tuple[GrowthPoint, ...]

    def up(self) -> tuple[float, float]:
        """Return the lowest and the highest value that is drawn."""
        values = [y for line in self.lines for _, y in line.points]
        values += [point.up for point in self.points]
        return min(values), max(values)

    def line(self, z: int) -> tuple[XY, ...]:
        """Return the points of one line."""
        return next(line.points for line in self.lines if line.z == z)
