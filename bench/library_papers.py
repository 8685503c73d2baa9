"""Documents of some 400 sentences for the library, invented from the seed, and how they relate.

Words are those of the search's benchmark; what was planted in which article is known.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from bench.papers import SEED, _words

SENTENCES, ARTICLES = 400, 20
FIRST = date(2005, 1, 1)
KINDS = ("decree", "decision", "circular", "plan", "law")
TAILS = ("NĐ-CP", "QĐ-TTg", "TT-BYT", "KH-UBND", "QH13")
ISSUERS = tuple(f"Cơ quan số {n}" for n in range(40))
FIELDS = ("Trẻ em", "Giáo dục", "Y tế", "Hộ tịch", "Đất đai")
# Each stands in one article of the share of the documents.
PLANTED = {
    "đăng ký khai sinh": 0.05, "suy dinh dưỡng thấp còi": 0.02, "con đường tới lớp": 0.05,
    "họ Dương": 0.05, "điều kiện nhận nuôi": 0.004, "trẻ em khuyết tật": 0.02,
    "bảo hiểm y tế": 0.2, "Thái Hoà": 0.01, "trẻ em": 0.9,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Paper:
    """A document: what is known of it, its text, the article in which each phrase stands."""

    at: int
    number: str
    kind: str
    issuer: str
    field: str
    issued_on: date
    title: str
    text: str
    planted: dict[str, str]


class Library:
    """Documents in their order; the same for the same seed."""

    def __init__(self, seed: int = SEED) -> None:
        self._chance = random.Random(seed)
        self._said = _words(self._chance)
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(len(self._said))))

    def papers(self, count: int, first: int = 0) -> Iterator[Paper]:
        """Invent documents."""
        for at in range(first, first + count):
            kind = at % len(KINDS)
            day = FIRST + timedelta(days=at * 7300 // max(first + count, 1))
            text, planted = self._text()
            yield Paper(
                at, f"{1 + at}/{day.year}/{TAILS[kind]}", KINDS[kind],
                ISSUERS[at % len(ISSUERS)], FIELDS[at % len(FIELDS)], day,
                " ".join(self._some(6)).capitalize(), text, planted,
            )  # fmt: skip

    def _some(self, count: int) -> list[str]:
        return self._chance.choices(self._said, cum_weights=self._weights, k=count)

    def _text(self) -> tuple[str, dict[str, str]]:
        chance = self._chance
        planted = {
            phrase: f"dieu-{chance.randrange(ARTICLES) + 1}"
            for phrase, share in PLANTED.items()
            if chance.random() < share
        }
        lines = []
        for article in range(1, ARTICLES + 1):
            lines.append(f"Điều {article}. {' '.join(self._some(4)).capitalize()}")
            mine = [one for one, anchor in planted.items() if anchor == f"dieu-{article}"]
            for n in range(SENTENCES // ARTICLES):
                said = self._some(8)
                said += mine[n : n + 1]
                lines.append(f"{n + 1}. {' '.join(said).capitalize()}.")
        return "\n".join(lines), planted
