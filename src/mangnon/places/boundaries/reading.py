"""From a file to the outlines of places, every mistake at once."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

from mangnon.places.boundaries.features import Feature, NotBoundaries, features
from mangnon.places.boundaries.judging import flaws
from mangnon.places.errors import BadBoundaries, spoken
from mangnon.places.tree import Tree
from mangnon.text.sentence import Sentence

Outline: TypeAlias = list[list[list[list[float]]]]  # polygons of rings of [longitude, latitude]
_MOST_SHOWN = 50


def read_boundaries(path: Path, *, on: date) -> dict[int, Outline]:
    """Return {place id: polygons of rings of [longitude, latitude]}; raises BadBoundaries."""
    try:
        found = list(features(_parsed(path)))
    except NotBoundaries:
        raise _refused(
            path, "không phải GeoJSON hay TopoJSON", "is not GeoJSON or TopoJSON"
        ) from None
    if not found:
        raise _refused(path, "không có đối tượng nào", "holds no feature")
    tree = Tree.on(on)
    mistakes = [
        Sentence(
            f"{path.name}, đối tượng {one.number} ({one.code or 'không mã'}): {flaw.vi}.",
            f"{path.name}, feature {one.number} ({one.code or 'no code'}): {flaw.en}.",
        )
        for one, flaw in _judged(found, tree, on)
    ]
    if mistakes:
        raise BadBoundaries(_shortened(mistakes))
    return {tree.find(one.code).id: _plain(one.polygons) for one in found}  # type: ignore[union-attr]


def _judged(found: Iterable[Feature], tree: Tree, on: date) -> Iterator[tuple[Feature, Sentence]]:
    seen: set[str] = set()
    for one in found:
        if not one.code:
            yield one, _NO_CODE
        elif one.code in seen:
            yield one, Sentence("mã này đã có ở trên; mỗi mã chỉ một lần", "its code came before")
        elif tree.find(one.code) is None:
            yield (
                one,
                Sentence(
                    f"không có địa bàn mang mã này vào ngày {spoken(on)}; xem: mangnon places list",
                    f"no place has this code on {on.isoformat()}; see: mangnon places list",
                ),
            )
        seen.add(one.code)
        if one.broken:
            yield (
                one,
                Sentence(
                    f"“{one.broken}” không phải vùng (Polygon, MultiPolygon)",
                    f"“{one.broken}” is no area (Polygon, MultiPolygon)",
                ),
            )
        else:
            yield from ((one, flaw) for flaw in flaws(one.polygons))


_NO_CODE = Sentence(
    "không có mã; cần thuộc tính “code”, “ma” hoặc “ma_xa”",
    "it has no code; give it a property “code”, “ma” or “ma_xa”",
)


def _parsed(path: Path) -> Any:
    try:
        return json.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise _refused(path, f"không đọc được ({error.strerror})", "cannot be read") from None
    except UnicodeDecodeError:
        raise _refused(path, "không phải UTF-8; hãy lưu lại", "is not UTF-8; save it so") from None
    except ValueError as error:
        raise _refused(path, f"không phải JSON: {error}", f"is not JSON: {error}") from None


def _refused(path: Path, vi: str, en: str) -> BadBoundaries:
    return BadBoundaries([Sentence(f"Tệp {path.name} {vi}.", f"The file {path.name} {en}.")])


def _shortened(mistakes: list[Sentence]) -> list[Sentence]:
    left = len(mistakes) - _MOST_SHOWN
    if left <= 0:
        return mistakes
    return [*mistakes[:_MOST_SHOWN], Sentence(f"… và {left} lỗi nữa.", f"… and {left} more.")]


def _plain(polygons: Outline) -> Outline:
    """Keep longitude and latitude only, as numbers rounded to about a tenth of a metre."""
    return [
        [[[round(float(p[0]), 6), round(float(p[1]), 6)] for p in ring] for ring in polygon]
        for polygon in polygons
    ]
