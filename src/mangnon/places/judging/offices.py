"""Rules about offices."""

from collections.abc import Iterator

from mangnon.places.gazetteer import Gazetteer
from mangnon.places.judging.flaws import Flaw, flaw


def names(gazetteer: Gazetteer) -> Iterator[Flaw]:
    """An office is at a known place, under a known office, and ends after it begins."""
    places = {place.key for place in gazetteer.places}
    codes = {office.code for office in gazetteer.offices}
    for index, office in enumerate(gazetteer.offices):
        if office.place not in places:
            yield flaw(
                *("offices", index, "place"),
                f"không có địa bàn “{office.place}” — ghi mã, hoặc mã@ngày, có trong places.csv",
                f"there is no place “{office.place}” — write a code, or code@day, of places.csv",
            )
        if office.parent is not None and office.parent not in codes:
            yield flaw(
                *("offices", index, "parent"),
                f"không có cơ quan “{office.parent}” — ghi mã của một dòng khác",
                f"there is no office “{office.parent}” — write the code of another row",
            )
        if office.start and office.end and office.end <= office.start:
            yield flaw(
                *("offices", index, "to"),
                f"“to” {office.end} không sau “from” {office.start} — ghi ngày đầu tiên không còn",
                f"“to” {office.end} is not after “from” {office.start} — "
                "write the first day that it no longer exists",
            )


def no_circle(gazetteer: Gazetteer) -> Iterator[Flaw]:
    """No office stands under itself."""
    parent = {office.code: office.parent for office in gazetteer.offices}
    told: set[str] = set()
    for index, office in enumerate(gazetteer.offices):
        way, here = [office.code], office.parent
        while here is not None and here not in way:
            way.append(here)
            here = parent.get(here)
        if here == office.code and not told & set(way):
            told.update(way)
            shown = " → ".join([*way, here])
            yield flaw(
                *("offices", index, "parent"),
                f"vòng tròn: {shown} — sửa một trong các dòng này",
                f"a circle: {shown} — correct one of these rows",
            )


def changes(gazetteer: Gazetteer) -> Iterator[Flaw]:
    """What an office became is another known office, and its decision is not after the day."""
    codes = {office.code for office in gazetteer.offices}
    for index, one in enumerate(gazetteer.changes):
        for name, code in (("source", one.source), ("target", one.target)):
            if code not in codes:
                yield flaw(
                    *("changes", index, name),
                    f"không có cơ quan “{code}” — ghi mã có trong offices.csv",
                    f"there is no office “{code}” — write a code of offices.csv",
                )
        if one.source == one.target:
            yield flaw(
                *("changes", index, "target"),
                f"“{one.source}” không thể thành chính nó — ghi cơ quan kế thừa",
                f"“{one.source}” cannot become itself — write the office that followed",
            )
        if one.decided_on and one.decided_on > one.day:
            yield flaw(
                *("changes", index, "decided_on"),
                f"quyết định ngày {one.decided_on} muộn hơn ngày thay đổi {one.day} — sửa một ngày",
                f"the decision of {one.decided_on} is after the change of {one.day} — "
                "correct one of them",
            )
