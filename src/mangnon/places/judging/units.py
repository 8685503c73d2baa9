"""Rules about places and their names."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from mangnon.places.gazetteer import Gazetteer, PlaceRow
from mangnon.places.judging.flaws import Flaw, flaw
from mangnon.places.models import Kind


def kinds_and_names(gazetteer: Gazetteer) -> Iterator[Flaw]:
    """A place is of a known kind and has a name in both languages."""
    options = ", ".join(Kind.values)
    for index, place in enumerate(gazetteer.places):
        if place.kind not in Kind.values:
            yield flaw(
                *("places", index, "kind"),
                f"“{place.code}” có loại “{place.kind}” không biết — chọn: {options}",
                f"“{place.code}” has the unknown kind “{place.kind}” — choose: {options}",
            )
        for field in ("name_vi", "name_en", "style"):
            if not getattr(place, field).strip():
                yield flaw(
                    *("places", index, field),
                    f"“{place.code}” thiếu “{field}” — hãy ghi",
                    f"“{place.code}” has no “{field}” — write it",
                )


def lives(gazetteer: Gazetteer) -> Iterator[Flaw]:
    """A place ends after it begins."""
    for index, place in enumerate(gazetteer.places):
        if place.valid_to is not None and place.valid_to <= place.valid_from:
            yield flaw(
                *("places", index, "valid_to"),
                f"“{place.code}” kết thúc {place.valid_to}, không sau ngày bắt đầu "
                f"{place.valid_from} — ghi ngày đầu tiên không còn",
                f"“{place.code}” ends on {place.valid_to}, not after its first day "
                f"{place.valid_from} — write the first day that it no longer lives",
            )


def points(gazetteer: Gazetteer) -> Iterator[Flaw]:
    """A point is a latitude and a longitude in degrees, both or neither."""
    for index, place in enumerate(gazetteer.places):
        lat, lon = place.latitude, place.longitude
        if (lat is None) != (lon is None):
            yield flaw(
                *("places", index, "lat"),
                f"“{place.code}” chỉ có một trong hai “lat”, “lon” — ghi cả hai hoặc bỏ cả hai",
                f"“{place.code}” has only one of “lat” and “lon” — write both or neither",
            )
        elif lat is not None and lon is not None and not (abs(lat) <= 90 and abs(lon) <= 180):
            yield flaw(
                *("places", index, "lat"),
                f"“{place.code}”: {lat}, {lon} không phải vĩ độ, kinh độ — ví dụ 20.94, 106.33",
                f"“{place.code}”: {lat}, {lon} is no latitude, longitude — e.g. 20.94, 106.33",
            )


def one_living_place_a_code(gazetteer: Gazetteer) -> Iterator[Flaw]:
    """On any day a bare code means one place."""
    by_code: dict[str, list[tuple[int, PlaceRow]]] = defaultdict(list)
    for index, place in enumerate(gazetteer.places):
        by_code[place.code].append((index, place))
    for same in by_code.values():
        same.sort(key=lambda one: one[1].valid_from)
        for (_, first), (index, second) in pairwise(same):
            if first.valid_from == second.valid_from:
                continue  # the very same place twice: told where rows are read
            if first.valid_to is None or first.valid_to > second.valid_from:
                yield flaw(
                    *("places", index, "valid_from"),
                    f"mã “{second.code}” còn của {first.key} đến {first.valid_to or 'nay'} — "
                    "sửa một trong hai thời gian",
                    f"the code “{second.code}” still belongs to {first.key} until "
                    f"{first.valid_to or 'now'} — correct one of the two lives",
                )


def one_root(gazetteer: Gazetteer) -> Iterator[Flaw]:
    """There is one programme area, and it has communes."""
    roots = [i for i, p in enumerate(gazetteer.places) if p.kind == Kind.PROGRAMME_AREA]
    if not roots:
        yield flaw(
            *("places", -1, ""),
            "không có địa bàn chương trình — thêm một dòng có kind = programme_area",
            "there is no programme area — add a row whose kind is programme_area",
        )
    for index in roots[1:]:
        code = gazetteer.places[index].code
        yield flaw(
            *("places", index, "kind"),
            f"“{code}” là địa bàn chương trình thứ hai — chỉ giữ một",
            f"“{code}” is a second programme area — keep one",
        )
    if not any(place.kind == Kind.COMMUNE for place in gazetteer.places):
        yield flaw(
            *("places", -1, ""),
            "địa bàn không có xã, phường nào — thêm các dòng có kind = commune",
            "the area has no commune — add rows whose kind is commune",
        )


def namings(gazetteer: Gazetteer) -> Iterator[Flaw]:
    """A name is of a known place, inside its life, and alone on each of its days."""
    known = {place.key: place for place in gazetteer.places}
    spells: dict[str, list[tuple[date, date, int]]] = defaultdict(list)
    for index, name in enumerate(gazetteer.namings):
        place = known.get(name.place)
        if place is None:
            yield flaw(
                *("namings", index, "code"),
                f"không có địa bàn “{name.place}” — xem places.csv",
                f"there is no place “{name.place}” — see places.csv",
            )
            continue
        end = name.end or date.max
        if name.start < place.valid_from or end > (place.valid_to or date.max):
            yield flaw(
                *("namings", index, "from"),
                f"tên này nằm ngoài thời gian của {place.key} — sửa “from”, “to”",
                f"this name lies outside the life of {place.key} — correct “from”, “to”",
            )
        if any(start < end and name.start < stop for start, stop, _ in spells[name.place]):
            yield flaw(
                *("namings", index, "from"),
                f"{place.key} đã có tên khác trong thời gian này — sửa “from”, “to”",
                f"{place.key} has another name in this time — correct “from”, “to”",
            )
        spells[name.place].append((name.start, end, index))
