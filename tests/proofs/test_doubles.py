"""Doubles are found on simulated truth that nothing was tuned on: recall and precision of 0.95.

The error model stands in ``linkage/truth.py``; with every error doubled it is only reported.
"""

import pytest

from mangnon.linkage.matching import pairs
from mangnon.linkage.truth import Rates, measured, simulated
from mangnon.simulation.doubled import people

CHILDREN = 15_000


def told(seed: int, rates: Rates):
    truth = simulated(people(CHILDREN, seed), rates, seed)
    return measured(truth, pairs(truth.children, memory_mb=1000))


@pytest.mark.parametrize("seed", [7041, 90210])
def test_doubles_are_found_and_strangers_are_not(seed):
    found = told(seed, Rates())
    assert found.true > 500
    assert found.recall >= 0.95, found
    assert found.precision >= 0.95, found


def test_with_every_error_doubled_it_is_reported(record_property):
    found = told(5, Rates().twice())
    record_property("doubled", str(found))
    assert found.precision >= 0.9
