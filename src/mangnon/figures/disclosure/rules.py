"""The rule itself: which counts of persons are too small to show."""

SMALL = 5  # counts from 1 to 4 are withheld; 0 is shown


def is_small(count: float) -> bool:
    """Whether a count of persons is withheld: more than none, fewer than five."""
    return 0 < count < SMALL


def numerator_is_small(numerator: float, denominator: float) -> bool:
    """Whether numerator or complement is small; either gives the other away."""
    return is_small(numerator) or is_small(denominator - numerator)
