"""Rules about who stands under whom."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from mangnon.places.gazetteer import BelongingRow, Gazetteer, PlaceRow
from mangnon.places.judging.flaws import Flaw, flaw
from mangnon.places.models import Kind

# From the root downward; a place stands under one that is further up.
_HEIGHT = {kind: height for height, kind in enumerate(Kind.values)}


def inside_lives(gazetteer: Gazetteer) -> Iterator[Flaw]:
    """Both places are known and live through the whole time."""
    known = _known(gazetteer)
    for index, row in enumerate(gazetteer.belongings):
        if row.end is not None and row.end <= row.start:
            yield flaw(
                *("belongings", index, "to"),
                f"“to” {row.end} không sau “from” {row.start} — ghi ngày đầu tiên không còn",
                f"“to” {row.end} is not after “from” {row.start} — write the first day without",
            )
        for field, key in (("child", row.child), ("parent", row.parent)):
            place = known.get(key)
            if place is None:
                yield flaw(
                    *("belongings", index, field),
                    f"không có địa bàn “{key}” — xem mã và ngày bắt đầu trong places.csv",
                    f"there is no place “{key}” — see its code and first day in places.csv",
                )
            elif row.start < place.valid_from or _end(row.end) > _end(place.valid_to):
                yield flaw(
                    *("belongings", index, "from"),
                    f"thời gian {row.start} – {row.end or '…'} nằm ngoài thời gian của {key} "
                    f"({place.valid_from} – {place.valid_to or '…'}) — sửa “from”, “to”",
                    f"the time {row.start} – {row.end or '…'} lies outside the life of {key} "
                    f"({place.valid_from} – {place.valid_to or '…'}) — correct “from”, “to”",
                )


def one_parent_a_day(gazetteer: Gazetteer) -> Iterator[Flaw]:
    """No place stands under two on one day."""
    for child, rows in _by_child(gazetteer).items():
        for (_, first), (index, second) in pairwise(rows):
            if second.start < _end(first.end):
                yield flaw(
                    *("belongings", index, "from"),
                    f"từ {second.start} “{child}” thuộc cả {first.parent} và {second.parent} — "
                    "kết thúc dòng trước hoặc bỏ một dòng",
                    f"from {second.start} “{child}” stands under both {first.parent} and "
                    f"{second.parent} — end the earlier row or drop one",
                )


def never_without_parent(gazetteer: Gazetteer) -> Iterator[Flaw]:
    """Every place but the programme area stands under another on each of its days."""
    by_child = _by_child(gazetteer)
    for index, place in enumerate(gazetteer.places):
        if place.kind == Kind.PROGRAMME_AREA:
            continue
        gap = _first_gap(place, [row for _, row in by_child.get(place.key, [])])
        if gap is not None:
            yield flaw(
                *("places", index, "code"),
                f"“{place.key}” không thuộc nơi nào từ ngày {gap} — thêm dòng vào belongings.csv",
                f"“{place.key}” stands under no place from {gap} on — add it to belongings.csv",
            )


def upward_only(gazetteer: Gazetteer) -> Iterator[Flaw]:
    """A commune stands under a district, a province or the area, never the other way round."""
    known = _known(gazetteer)
    for index, row in enumerate(gazetteer.belongings):
        child, parent = known.get(row.child), known.get(row.parent)
        if child is None or parent is None:
            continue
        if _HEIGHT.get(child.kind, 9) <= _HEIGHT.get(parent.kind, -1):
            yield flaw(
                *("belongings", index, "parent"),
                f"{row.child} ({child.kind}) không thể thuộc {row.parent} ({parent.kind}) — "
                "nơi ở trên phải ở cấp cao hơn",
                f"{row.child} ({child.kind}) cannot stand under {row.parent} ({parent.kind}) — "
                "the parent must be of a higher level",
            )


def no_circle(gazetteer: Gazetteer) -> Iterator[Flaw]:
    """Going up from a place never comes back to it."""
    by_child = _by_child(gazetteer)
    told: set[str] = set()
    for index, row in enumerate(gazetteer.belongings):
        way = _way_up(row, by_child)
        if way is None or told & set(way):
            continue
        told.update(way)
        shown = " → ".join(way)
        yield flaw(
            *("belongings", index, "parent"),
            f"vòng tròn: {shown} — sửa một trong các dòng này",
            f"a circle: {shown} — correct one of these rows",
        )


def _way_up(
    row: BelongingRow, by_child: dict[str, list[tuple[int, BelongingRow]]]
) -> list[str] | None:
    """Return the circle on which the row lies on its first day, or None."""
    way, here = [row.child], row.parent
    while here not in way:
        way.append(here)
        above = (r for _, r in by_child.get(here, ()) if r.start <= row.start < _end(r.end))
        parent = next(above, None)
        if parent is None:
            return None
        here = parent.parent
    return [*way, here] if here == row.child else None


def _first_gap(place: PlaceRow, rows: list[BelongingRow]) -> date | None:
    reached = place.valid_from
    for row in rows:
        if row.start > reached:
            break
        reached = max(reached, _end(row.end))
    return reached if reached < _end(place.valid_to) else None


def _by_child(gazetteer: Gazetteer) -> dict[str, list[tuple[int, BelongingRow]]]:
    found: dict[str, list[tuple[int, BelongingRow]]] = defaultdict(list)
    for index, row in enumerate(gazetteer.belongings):
        found[row.child].append((index, row))
    for rows in found.values():
        rows.sort(key=lambda one: one[1].start)
    return dict(found)


def _known(gazetteer: Gazetteer) -> dict[str, PlaceRow]:
    return {place.key: place for place in gazetteer.places}


def _end(day: date | None) -> date:
    return day or date.max
