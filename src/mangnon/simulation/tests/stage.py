"""The communes of the reference pack as the simulation sees them, and a small province on them."""

import csv
import tomllib
from fractions import Fraction
from functools import cache
from pathlib import Path

from mangnon.simulation.ground import Ground
from mangnon.simulation.profile import Profile, profile_of
from mangnon.simulation.province import Province, draw

CHILDREN, SEED = 3000, 2013
PACK = next(iter(sorted((Path(__file__).resolve().parents[4] / "packs").iterdir())))


@cache
def profile() -> Profile:
    """Read what the pack says of its invented province."""
    return profile_of(tomllib.loads((PACK / "simulation.toml").read_text(encoding="utf-8")))


@cache
def ground() -> Ground:
    """Read the pack's communes, without a database."""
    communes = [row for row in _rows("places") if row["kind"] == "commune"]
    before = [row for row in communes if row["valid_from"] == "2012-01-01"]
    after = [row for row in communes if row["valid_from"] != "2012-01-01"]
    under = {row["child"]: row["parent"] for row in _rows("belongings") if row["to"]}
    index = {row["code"]: len(before) + at for at, row in enumerate(after)}
    heirs: dict[str, list[tuple[int, float]]] = {row["code"]: [] for row in before}
    for row in _rows("successions"):
        heirs[row["source"]].append((index[row["target"]], float(Fraction(row["share"]))))
    every = [*before, *after]
    return Ground(
        codes=tuple(row["code"] for row in every),
        styles=tuple(row["style"] for row in every),
        before=len(before),
        district=tuple(under[row["code"]] for row in before),
        heirs=tuple(tuple(heirs[row["code"]]) for row in before),
        profile=profile(),
        ids=tuple(range(1, len(every) + 1)),
        names=tuple(row["name_vi"] for row in every),
    )


@cache
def province(children: int = CHILDREN, seed: int = SEED) -> Province:
    """Draw a province once for all tests."""
    return draw(ground(), children, seed)


def _rows(name: str) -> list[dict[str, str]]:
    with (PACK / "places" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
