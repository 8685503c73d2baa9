"""Documents of some 400 syllables, invented from the seed; what was planted in which is known."""

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from mangnon.text.folding import fold

SEED, SYLLABLES, PLACES = 2026, 400, 207
_HEADS = (
    "", "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x",
    "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr",
)  # fmt: skip
_TAILS = (
    "a", "ai", "am", "an", "ang", "anh", "ao", "au", "ây", "em", "en", "ên", "eo", "ê", "i",
    "ia", "iên", "inh", "iêu", "in", "o", "oa", "oan", "oi", "on", "ong", "ô", "ôi", "ôn",
    "ông", "ơ", "ơi", "ơn", "u", "ua", "uân", "ung", "uông", "ư", "ưa", "ươi", "ươn",
    "ương", "y", "yên", "ât", "ac", "ach", "it", "ut", "ot", "êt",
)  # fmt: skip
_TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
# Each is put into the share of the documents, a tenth of them in the title.
PLANTED = {
    "quyết định": 0.03, "đăng ký khai sinh": 0.03, "trẻ em": 0.9, "con đường": 0.03,
    "họ Dương": 0.03, "Thái Hoà": 0.01, "Thái Hòa": 0.01, "nước thủy": 0.01,
    "nước thuỷ": 0.01, "UBND": 0.05, "Ủy ban nhân dân": 0.3, "bảo vệ trẻ em": 0.05,
    "BVTE": 0.01, "suy dinh dưỡng thấp còi": 0.02, "trẻ em khuyết tật": 0.01,
    "bảo hiểm y tế": 0.1, "Tổng đài 111": 0.2, "nhận nuôi": 0.004,
}  # fmt: skip
# No chance syllable may look like one that was planted.
_TAKEN = {fold(word) for phrase in PLANTED for word in phrase.split()}


@dataclass(frozen=True, slots=True)
class Paper:
    """A document."""

    number: str
    year: int
    place: str
    title: str
    body: str


@dataclass(slots=True)
class Library:
    """What the documents hold, as it was planted: phrase → the documents' places in the row."""

    planted: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    titled: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    def papers(self, count: int) -> Iterator[Paper]:
        """Invent documents."""
        chance = random.Random(SEED)
        words = _words(chance)
        weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))
        kinds = ("NĐ-CP", "QĐ-BYT", "KH-TU", "TT-BYT", "QĐ-TTg")
        for at in range(count):
            body = chance.choices(words, cum_weights=weights, k=SYLLABLES * 2 // 3)
            title = chance.choices(words, cum_weights=weights, k=6)
            for phrase, share in PLANTED.items():
                if chance.random() < share:
                    self._plant(phrase, at, title, body, chance)
            year = 2005 + at % 20
            number = f"{1 + at // 100}/{year}/{kinds[at // 20 % 5]}"
            place = f"{at % PLACES:05}@2012-01-01"
            yield Paper(number, year, place, " ".join(title).capitalize(), _sentences(body, chance))

    def _plant(
        self, phrase: str, at: int, title: list[str], body: list[str], chance: random.Random
    ) -> None:
        in_title = chance.random() < 0.1
        (title if in_title else body).insert(chance.randrange(6), phrase)
        self.planted[phrase].add(at)
        if in_title:
            self.titled[phrase].add(at)


def _words(chance: random.Random) -> list[str]:
    """Invent words of one syllable and of two, about as many as people use."""
    syllables = [
        syllable
        for head in _HEADS
        for tail in _TAILS
        for tone in _TONES
        if fold(syllable := head + tail[:1] + tone + tail[1:]) not in _TAKEN
    ]
    chance.shuffle(syllables)
    syllables = syllables[:3200]
    return [
        chance.choice(syllables)
        if chance.random() < 0.5
        else f"{chance.choice(syllables)} {chance.choice(syllables)}"
        for _ in range(9000)
    ]


def _sentences(words: list[str], chance: random.Random) -> str:
    found, at = [], 0
    while at < len(words):
        length = chance.randrange(8, 22)
        found.append(" ".join(words[at : at + length]).capitalize() + ".")
        at += length
    return " ".join(found)
