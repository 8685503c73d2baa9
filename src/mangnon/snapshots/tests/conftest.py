"""The stage of the snapshots' tests."""

import pytest

from mangnon.snapshots.tests.stage import kept_in


@pytest.fixture
def kept(tmp_path):
    """Keep snapshots in a folder of the test's."""
    with kept_in(tmp_path):
        yield tmp_path
