"""From values to pixels, round tick marks, and labels that do not cover each other."""

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight-line map from ``low..high`` to ``start..end`` pixels."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Return the pixel of a value; a scale without extent puts everything in the middle."""
        if self.high == self.low:
            return (self.start + self.end) / 2
        share = (value - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)


def ticks(low: float, high: float, about: int) -> list[float]:
    """Return round values inside ``low..high``, roughly ``about`` of them."""
    if high <= low:
        return [low]
    raw = (high - low) / max(about, 1)
    power = 10 ** math.floor(math.log10(raw))
    step = next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= raw * 0.999)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [round(index * step, 10) for index in range(first, last + 1)]


def tick_decimals(values: Sequence[float]) -> int:
    """Return how many decimals the tick marks need to be told apart (at most 3)."""
    return next(
        (n for n in range(3) if all(abs(v - round(v, n)) < 1e-9 for v in values)),
        3,
    )


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Move positions apart until each is ``gap`` from the next, keeping their order.

    They stay within ``low..high`` where there is room for all of them.
    """
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    placed: dict[int, float] = {}
    floor = low
    for index in order:
        placed[index] = max(wanted[index], floor)
        floor = placed[index] + gap
    ceiling = high
    for index in reversed(order):
        placed[index] = min(placed[index], ceiling)
        ceiling = placed[index] - gap
    return [placed[index] for index in range(len(wanted))]


def wrap(words: str, width: int) -> list[str]:
    """Break a sentence into lines of at most ``width`` letters, never inside a word."""
    rows: list[str] = []
    for word in words.split(" "):
        if rows and len(rows[-1]) + 1 + len(word) <= width:
            rows[-1] += f" {word}"
        else:
            rows.append(word)
    return rows


def text_width(words: str, size: float) -> float:
    """Estimate how wide a text is in pixels (Be Vietnam Pro's letters average 0.58 em)."""
    return len(words) * size * 0.58
