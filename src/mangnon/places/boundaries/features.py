"""Features of either format: what they are keyed by, and their polygons as written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mangnon.places.boundaries.topojson import BadArc, Topology
from mangnon.text.folding import fold

# Property names seen in files of official units, folded, without marks.
CODE_NAMES = (
    *("code", "ma", "maxa", "macode", "madonvi", "madvhc", "mahanhchinh", "wardcode"),
    *("communecode", "districtcode", "mahuyen", "maphuong", "id"),
)


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature: its number in the file (from 1), its code, its polygons, or what broke."""

    number: int
    code: str
    polygons: Any
    broken: str = ""


class NotBoundaries(Exception):
    """The JSON is neither GeoJSON nor TopoJSON."""


def features(data: Any) -> Iterator[Feature]:
    """Walk the features of a parsed file; raises NotBoundaries."""
    kind = data.get("type") if isinstance(data, dict) else None
    if kind == "Topology":
        yield from _of_topology(data)
    elif kind == "FeatureCollection" and isinstance(data.get("features"), list):
        for number, one in enumerate(data["features"], start=1):
            yield _of_feature(number, one)
    elif kind == "Feature":
        yield _of_feature(1, data)
    else:
        raise NotBoundaries


def _of_feature(number: int, one: Any) -> Feature:
    if not isinstance(one, dict):
        return Feature(number, "", None, "not an object")
    geometry = one.get("geometry") or {}
    if not isinstance(geometry, dict):
        return Feature(number, _code(one), None, "geometry")
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    if kind == "Polygon":
        return Feature(number, _code(one), [coordinates] if coordinates else [])
    if kind == "MultiPolygon":
        return Feature(number, _code(one), coordinates)
    return Feature(number, _code(one), [], "" if kind is None else str(kind))


def _of_topology(data: Mapping[str, Any]) -> Iterator[Feature]:
    objects = data.get("objects")
    if not isinstance(objects, dict):
        raise NotBoundaries
    try:
        topology = Topology(data)
    except BadArc:
        raise NotBoundaries from None
    number = 0
    for one in objects.values():
        inner = one.get("geometries", [one]) if isinstance(one, dict) else []
        for geometry in inner:
            number += 1
            yield _of_geometry(number, geometry, topology)


def _of_geometry(number: int, geometry: Any, topology: Topology) -> Feature:
    if not isinstance(geometry, dict):
        return Feature(number, "", None, "not an object")
    kind, arcs = geometry.get("type"), geometry.get("arcs", [])
    try:
        if kind == "Polygon":
            polygons = [topology.rings(arcs)] if arcs else []
        elif kind == "MultiPolygon":
            polygons = [topology.rings(one) for one in arcs]
        else:
            return Feature(number, _code(geometry), [], "" if kind is None else str(kind))
    except BadArc as error:
        return Feature(number, _code(geometry), [], str(error))
    return Feature(number, _code(geometry), polygons)


def _code(one: Mapping[str, Any]) -> str:
    """Return the official code: a property of a known name, else the feature's own id."""
    properties = one.get("properties")
    named = properties if isinstance(properties, dict) else {}
    plain = {_plain(name): value for name, value in named.items()}
    found = [plain[name] for name in CODE_NAMES if plain.get(name) not in (None, "")]
    value = found[0] if found else one.get("id")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value).strip()


def _plain(name: str) -> str:
    return fold(name).replace("_", "").replace("-", "").replace(" ", "")
