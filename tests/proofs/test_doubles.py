"""Doubles are found on simulated truth that nothing was tuned on: recall and precision of 0.95.

The error model stands in ``linkage/truth.py``; with every error doubled it is only reported.
"""

import pytest

from mangnon.linkage.matching import pairs
from mangnon.linkage.truth import Measured, Rates, measured, simulated
from mangnon.simulation.doubled import people

CHILDREN, MANY = 8_000, 60_000


def told(children: int, seed: int, rates: Rates) -> Measured:
    truth = simulated(people(children, seed), rates, seed)
    return measured(truth, pairs(truth.children, memory_mb=1000))


def as_promised(found: Measured) -> bool:
    return found.recall >= 0.95 and found.precision >= 0.95


def test_doubles_are_found_and_strangers_are_not():
    found = told(CHILDREN, 7041, Rates())
    assert found.true > 300
    assert as_promised(found), found


@pytest.mark.long
@pytest.mark.parametrize("seed", [90210, 2718])
def test_so_they_are_among_many(seed):
    found = told(MANY, seed, Rates())
    assert found.true > 2_000
    assert as_promised(found), found


def test_with_every_error_doubled_it_is_reported(record_property):
    found = told(CHILDREN // 2, 5, Rates().twice())
    record_property("doubled", str(found))
    assert found.precision >= 0.9
