"""``mangnon places`` through its front door."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mangnon import clock
from mangnon.access.doors import system_warrant
from mangnon.cli.places import places_group
from mangnon.packs.actions import apply_pack
from mangnon.places.errors import BadBoundaries, NoPlaces, NoSuccession, UnknownPlace
from mangnon.places.models import Boundary, Succession

NOWHERE = Path(__file__).resolve().parents[4] / "tests" / "packs" / "nowhere"


@pytest.fixture(autouse=True)
def _in_2021(db: None) -> Iterator[None]:
    with clock.pinned(date(2021, 1, 1)):
        yield


@pytest.fixture
def nowhere() -> None:
    """The invented province, applied."""
    apply_pack(NOWHERE, warrant=system_warrant("test"))


def run(*arguments: object) -> Result:
    """Run the command."""
    return CliRunner().invoke(places_group, [str(argument) for argument in arguments])


def test_list_is_of_a_day_and_a_kind(nowhere: None) -> None:
    assert "8 nơi, ngày 01/06/2015" in run("list", "--on", "1/6/2015").output
    assert "3 nơi" in run("list", "--kind", "commune").output


def test_tree_counts_the_communes(nowhere: None) -> None:
    result = run("tree", "--on", "2015-06-01")
    assert "NW Vùng Không Đâu · 5 xã" in result.output
    assert "Alder" not in result.output
    assert "Rural Alder" in run("tree", "--communes").output


def test_show_tells_names_parents_and_heirs(nowhere: None) -> None:
    result = run("show", "b", "--on", "2015-06-01")
    assert "thuộc / under N@2000-01-01" in result.output
    assert "a@2020-01-01 Rural Alderbirch: 66.7% (ước tính / estimated)" in result.output
    assert "c@2000-01-01 Urban Cedar: 100.0%" in run("show", "c").output
    assert "01/01/2000: District Cũ" in run("show", "S").output


def test_an_unknown_code_is_a_sentence(nowhere: None) -> None:
    result = run("show", "b")
    assert isinstance(result.exception, UnknownPlace)


def test_before_the_first_pack_it_says_what_to_do() -> None:
    assert isinstance(run("list").exception, NoPlaces)
    assert isinstance(run("tree").exception, NoPlaces)


def test_a_merger_is_carried_out_once(nowhere: None) -> None:
    assert "4 nơi chuyển trọn, 1 nơi bị chia" in run("succeed", "1/1/2020").output
    assert Succession.objects.filter(carried_out=True).count() == 6
    assert "đã thực hiện rồi" in run("succeed", "2020-01-01").output
    assert isinstance(run("succeed", "1/1/2019").exception, NoSuccession)


def test_boundaries_are_taken_by_code(nowhere: None, tmp_path: Path) -> None:
    ring = [[10, 1], [11, 1], [11, 2], [10, 1]]
    shape = {
        "type": "Feature",
        "properties": {"ma_xa": "a"},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
    file = tmp_path / "a.geojson"
    file.write_text(json.dumps(shape), encoding="utf-8")
    assert "1 nơi" in run("boundaries", file, "--on", "2021-01-01").output
    assert Boundary.objects.get().place.key == "a@2020-01-01"
    file.write_text("{}", encoding="utf-8")
    assert isinstance(run("boundaries", file, "--on", "2021-01-01").exception, BadBoundaries)
