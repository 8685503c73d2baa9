"""The kinds of malnutrition that a report counts, each by its index and limit.

Source: WHO and UNICEF recommendations (2019), section 3.2; overweight is by weight-for-height.
"""

from dataclasses import dataclass

from mangnon.text.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind: children whose `index` lies below (or above) a limit of standard deviations."""

    code: str
    name: Sentence
    index: str
    below: float | None = None
    above: float | None = None

    @property
    def with_weight(self) -> bool:
        """Tell whether oedema counts: in every index but length/height-for-age."""
        return self.index != "haz"

    @property
    def limit(self) -> str:
        """Give the limit as a reader writes it: WAZ < −2."""
        sign, value = ("<", self.below) if self.below is not None else (">", self.above)
        return f"{self.index.upper()} {sign} {value:+g}".replace("-", "−")


KINDS = (
    Kind("underweight", Sentence("Nhẹ cân", "Underweight"), "waz", below=-2),
    Kind(
        "underweight_severe",
        Sentence("Nhẹ cân mức độ nặng", "Severely underweight"),
        "waz",
        below=-3,
    ),
    Kind("stunting", Sentence("Thấp còi", "Stunting"), "haz", below=-2),
    Kind("stunting_severe", Sentence("Thấp còi mức độ nặng", "Severe stunting"), "haz", below=-3),
    Kind("wasting", Sentence("Gầy còm", "Wasting"), "whz", below=-2),
    Kind("wasting_severe", Sentence("Gầy còm mức độ nặng", "Severe wasting"), "whz", below=-3),
    Kind("overweight", Sentence("Thừa cân", "Overweight"), "whz", above=2),
    Kind("obesity", Sentence("Béo phì", "Obesity"), "whz", above=3),
)
