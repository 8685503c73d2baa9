"""Boundaries from GeoJSON and TopoJSON, judged before anything is written."""

import json
from pathlib import Path
from typing import Any

import pytest

from mangnon.audit.warrants import Warrant
from mangnon.places.actions import import_boundaries
from mangnon.places.errors import BadBoundaries
from mangnon.places.models import Boundary
from mangnon.places.tests.cast import AFTER, new, old

SQUARE = [[10.0, 1.0], [11.0, 1.0], [11.0, 2.0], [10.0, 2.0], [10.0, 1.0]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a file of boundaries is written."""
    return tmp_path / "shapes.json"


def feature(code: str, ring: Any = SQUARE, **properties: Any) -> dict[str, Any]:
    """Return a square of a code."""
    return {
        "type": "Feature",
        "properties": properties or {"code": code},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


def collection(*features: dict[str, Any]) -> str:
    """Return a GeoJSON file."""
    return json.dumps({"type": "FeatureCollection", "features": features})


def test_geojson_by_code(area: dict[str, int], warrant: Warrant, file: Path) -> None:
    file.write_text(collection(feature("mid"), feature("t")), encoding="utf-8")
    assert import_boundaries(file, on=AFTER, source="own drawing", warrant=warrant) == 2
    kept = Boundary.objects.get(place_id=area[new("mid")])
    assert kept.polygons == [[SQUARE]]
    assert kept.source == "own drawing"


@pytest.mark.parametrize("name", ["MA_XA", "ma", "Mã", "id", "Ma xa"])
def test_other_names_of_the_code(
    area: dict[str, int], warrant: Warrant, file: Path, name: str
) -> None:
    file.write_text(collection(feature("", SQUARE, **{name: "mid", "name": "x"})), "utf-8")
    import_boundaries(file, on=AFTER, warrant=warrant)
    assert Boundary.objects.get().place_id == area[new("mid")]


def test_a_second_import_replaces_the_first(
    area: dict[str, int], warrant: Warrant, file: Path
) -> None:
    for ring in (SQUARE, [*SQUARE[:3], SQUARE[0]]):
        file.write_text(collection(feature("mid", ring)), encoding="utf-8")
        import_boundaries(file, on=AFTER, warrant=warrant)
    assert len(Boundary.objects.get().polygons[0][0]) == 4


def test_topojson_shares_its_lines(area: dict[str, int], warrant: Warrant, file: Path) -> None:
    """Two squares side by side; the line between them is written once and read both ways."""
    topology = {
        "type": "Topology",
        "transform": {"scale": [0.5, 0.5], "translate": [10.0, 1.0]},
        "arcs": [
            [[2, 0], [0, 2]],
            [[2, 2], [-2, 0], [0, -2], [2, 0]],
            [[2, 0], [2, 0], [0, 2], [-2, 0]],
        ],
        "objects": {
            "units": {
                "type": "GeometryCollection",
                "geometries": [
                    {"type": "Polygon", "properties": {"code": "mid"}, "arcs": [[0, 1]]},
                    {"type": "MultiPolygon", "id": "t", "arcs": [[[2, -1]]]},
                ],
            }
        },
    }
    file.write_text(json.dumps(topology), encoding="utf-8")
    import_boundaries(file, on=AFTER, warrant=warrant)
    kept = {b.place_id: b.polygons[0][0] for b in Boundary.objects.all()}
    left, right = kept[area[new("mid")]], kept[area[new("t")]]
    assert left == [[11.0, 1.0], [11.0, 2.0], [10.0, 2.0], [10.0, 1.0], [11.0, 1.0]]
    assert right == [[11.0, 1.0], [12.0, 1.0], [12.0, 2.0], [11.0, 2.0], [11.0, 1.0]]


def test_topojson_without_transform_gives_points_as_they_are(
    area: dict[str, int], warrant: Warrant, file: Path
) -> None:
    geometry = {"type": "Polygon", "properties": {"code": "mid"}, "arcs": [[0]]}
    file.write_text(
        json.dumps({"type": "Topology", "arcs": [SQUARE], "objects": {"one": geometry}}), "utf-8"
    )
    import_boundaries(file, on=AFTER, warrant=warrant)
    assert Boundary.objects.get().polygons == [[SQUARE]]


def test_every_mistake_at_once(area: dict[str, int], warrant: Warrant, file: Path) -> None:
    metres = [[588000.0, 2310000.0]] * 4
    swapped = [[21.0, 106.0], [21.1, 106.0], [21.1, 106.1], [21.0, 106.0]]
    text = collection(
        feature("mid"),
        feature("nobody"),
        feature("n1", SQUARE[:-1]),
        feature("s2", metres),
        feature("t", swapped),
        feature("s4", SQUARE[:2]),
        feature("mid"),
        feature("", SQUARE, name="no code"),
        {"type": "Feature", "properties": {"code": "n1"}, "geometry": None},
        {**feature("x"), "geometry": {"type": "Point", "coordinates": [1, 2]}},
    )
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadBoundaries) as refused:
        import_boundaries(file, on=AFTER, warrant=warrant)
    told = [one.en for one in refused.value.sentences]
    words = (
        *("feature 2 (nobody): no place", "feature 3 (n1): a ring is not closed"),
        "feature 4 (s2): the point [588000, 2.31e+06] is no longitude",
        *("(t): the point [21, 106] has", "feature 6 (s4): a ring has only 2"),
        *("feature 7 (mid): its code came before", "feature 8 (no code): it has no code"),
        *("feature 9 (n1): the shape is empty", "“Point” is no area"),
    )
    for word in words:
        assert any(word in one for one in told), (word, told)
    assert not Boundary.objects.exists()


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        (b"{", "is not JSON"),
        (b"[]", "is not GeoJSON or TopoJSON"),
        (b'{"type":"Topology","objects":{}}', "is not GeoJSON or TopoJSON"),
        (b'{"type":"FeatureCollection","features":[]}', "holds no feature"),
        ("{}".encode("utf-16"), "is not UTF-8"),
    ],
)
def test_other_files_are_refused(
    area: dict[str, int], warrant: Warrant, file: Path, raw: bytes, word: str
) -> None:
    file.write_bytes(raw)
    with pytest.raises(BadBoundaries, match=word):
        import_boundaries(file, on=AFTER, warrant=warrant)


def test_a_file_that_is_not_there(area: dict[str, int], warrant: Warrant, file: Path) -> None:
    with pytest.raises(BadBoundaries, match="cannot be read"):
        import_boundaries(file, on=AFTER, warrant=warrant)


def test_codes_are_those_of_the_day(area: dict[str, int], warrant: Warrant, file: Path) -> None:
    file.write_text(collection(feature("n1")), encoding="utf-8")
    import_boundaries(file, on=AFTER, warrant=warrant)
    assert Boundary.objects.get().place_id == area[new("n1")] != area[old("n1")]


@pytest.mark.parametrize(
    "coordinates", ["x", [1, 2], [[1, 2]], [[["a", "b"]]], [[[1.0]]], [[[1e999, 2.0]] * 4]]
)
def test_coordinates_that_are_none(
    area: dict[str, int], warrant: Warrant, file: Path, coordinates: Any
) -> None:
    broken = {**feature("mid"), "geometry": {"type": "Polygon", "coordinates": coordinates}}
    file.write_text(collection(broken), encoding="utf-8")
    with pytest.raises(BadBoundaries, match="cannot be read"):
        import_boundaries(file, on=AFTER, warrant=warrant)
