"""How many children lie beyond a limit, and how sure that share is."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from mangnon.growth import inputs
from mangnon.growth.arrays import Anything, Bools, Floats
from mangnon.growth.errors import GrowthError
from mangnon.growth.intervals import clustered_interval, wilson_interval
from mangnon.growth.rounding import two_decimals
from mangnon.text.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Prevalence:
    """A share of children with its 95 % confidence interval.

    `n` children judged, `cases` beyond the limit; `share`, `low`, `high` between 0 and 1;
    `mean`, `sd` of the z-scores (`scored` of them: those with oedema have none). With clusters:
    how many, and the design effect. NaN where it cannot be known.
    """

    n: int
    cases: int
    share: float
    low: float
    high: float
    scored: int
    mean: float
    sd: float
    clusters: int | None = None
    design_effect: float | None = None


def prevalence(
    z: ArrayLike,
    *,
    below: float | None = None,
    above: float | None = None,
    oedema: ArrayLike | None = None,
    flagged: ArrayLike | None = None,
    clusters: ArrayLike | None = None,
) -> Prevalence:
    """Count the children whose z-score lies below (or above) a limit, as WHO counts them.

    `z` n z-scores, NaN unknown; judged on two decimals, the limit itself is not beyond.
    `oedema`: such children are judged and lie below every limit, whatever their z; give it only
    for indices with weight. `flagged`: z-scores to leave out (`ZScores.waz_flag` ...).
    `clusters`: n names of clusters (villages); the interval then comes from the linearised
    variance between clusters. Interval: Wilson's score interval; with clusters on the effective
    sample size. Raises GrowthError unless exactly one of `below` and `above` is given, and for
    columns of unequal length.
    """
    _ask_for_one(below, above)
    n = inputs.length_of(z, oedema, flagged, clusters)
    score = np.where(inputs.marks(flagged, n), np.nan, two_decimals(inputs.floats(z, n)))
    swollen = inputs.marks(oedema, n)
    judged = swollen | ~np.isnan(score)
    beyond = swollen | (score < below) if below is not None else ~swollen & (score > above)
    scores = score[~np.isnan(score) & ~swollen]
    names = None if clusters is None else np.asarray(clusters)[judged]
    return _counted(beyond[judged], scores, names)


def _ask_for_one(below: float | None, above: float | None) -> None:
    if (below is None) == (above is None):
        raise GrowthError(
            Sentence(
                vi="Cần đúng một ngưỡng: below (dưới) hoặc above (trên). Ví dụ: below=-2.",
                en="Exactly one limit is needed: below or above. For example: below=-2.",
            )
        )


def _counted(beyond: Bools, scores: Floats, names: Anything | None) -> Prevalence:
    n, cases = len(beyond), int(beyond.sum())
    mean = float(scores.mean()) if len(scores) else float("nan")
    sd = float(scores.std(ddof=1)) if len(scores) > 1 else float("nan")
    share = cases / n if n else float("nan")
    if names is None:
        low, high = wilson_interval(cases, n)
        return Prevalence(n, cases, share, low, high, len(scores), mean, sd)
    found = clustered_interval(beyond, names)
    return Prevalence(
        n, cases, share, found.low, found.high, len(scores), mean, sd, found.clusters, found.effect
    )
