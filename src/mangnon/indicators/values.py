"""The interval around a figure, in the indicator's unit."""

from mangnon.indicators.declaration import Declaration
from mangnon.indicators.intervals import poisson, wilson


def interval_of(
    declared: Declaration, numerator: float | None, denominator: float | None
) -> tuple[float | None, float | None]:
    """Return the 95 % interval by the declared method; (None, None) where there is none."""
    if declared.interval == "none" or numerator is None or not denominator:
        return None, None
    if declared.interval == "wilson":
        lower, upper = wilson(numerator, denominator)
        return float(lower) * declared.factor, float(upper) * declared.factor
    low, high = poisson(numerator)
    scale = declared.factor / denominator
    return float(low) * scale, float(high) * scale
