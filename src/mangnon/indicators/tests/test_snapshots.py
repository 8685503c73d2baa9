"""The compiled SQL of every indicator, as a statistician reads it.

A change of the compiler or of a dataset shows here as a difference to be read. To accept one:
``MANGNON_UPDATE_SNAPSHOTS=1 make test ARGS="-k snapshots --database sqlite"``.
"""

import os
import tomllib
from pathlib import Path

import pytest

from mangnon.indicators.compile import compiled_for, transpiled
from mangnon.indicators.declaration import Declaration

PACK = Path(__file__).parents[4] / "packs" / "hai-duong" / "indicators"
SNAPSHOTS = Path(__file__).parent / "snapshots"
DECLARED = {path.stem: path for path in sorted(PACK.glob("*.toml"))}


def written(code: str) -> str:
    """Return the statements that count an indicator; none where it is only reported."""
    raw = tomllib.loads(DECLARED[code].read_text(encoding="utf-8"))
    scans = compiled_for(Declaration.from_dict(raw))
    return "".join(f"-- {code} · {scan.dataset}\n{scan.sql};\n\n" for scan in scans)


@pytest.mark.parametrize("code", DECLARED)
def test_the_compiled_sql_is_the_one_that_was_read(code):
    path = SNAPSHOTS / f"{code}.sql"
    if os.environ.get("MANGNON_UPDATE_SNAPSHOTS"):
        path.write_text(written(code), encoding="utf-8")
    assert written(code) == path.read_text(encoding="utf-8")


def test_no_snapshot_is_left_of_an_indicator_that_went():
    assert {path.stem for path in SNAPSHOTS.glob("*.sql")} == set(DECLARED)


@pytest.mark.parametrize("code", ["T1", "T2", "T4"])
def test_the_same_declaration_is_written_for_a_cluster(code):
    raw = tomllib.loads(DECLARED[code].read_text(encoding="utf-8"))
    for scan in compiled_for(Declaration.from_dict(raw)):
        assert "GROUPING SETS" in transpiled(scan, "spark")
