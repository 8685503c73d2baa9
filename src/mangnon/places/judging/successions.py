"""Rules about heirs. A place whose ground changes ends, and its heir begins, on the day."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from mangnon.places.gazetteer import Gazetteer
from mangnon.places.judging.flaws import Flaw, flaw
from mangnon.places.models import Kind

_TOLERANCE = 1e-6


def join_end_and_beginning(gazetteer: Gazetteer) -> Iterator[Flaw]:
    """The source ends on the day, the heir begins on it, and the share is above 0, at most 1."""
    known = {place.key: place for place in gazetteer.places}
    for index, row in enumerate(gazetteer.successions):
        source, target = known.get(row.source), known.get(row.target)
        for field, key, place in (
            ("source", row.source, source),
            ("target", row.target, target),
        ):
            if place is None:
                yield flaw(
                    *("successions", index, field),
                    f"không có địa bàn “{key}” — xem mã và ngày bắt đầu trong places.csv",
                    f"there is no place “{key}” — see its code and first day in places.csv",
                )
        if source is not None and source.valid_to != row.date:
            yield flaw(
                *("successions", index, "date"),
                f"{row.source} kết thúc {source.valid_to or 'chưa'}, không phải {row.date} — "
                "đơn vị thay đổi địa bàn phải kết thúc đúng ngày đó",
                f"{row.source} ends {source.valid_to or 'never'}, not on {row.date} — "
                "a place whose ground changes ends on that day",
            )
        if target is not None and target.valid_from != row.date:
            yield flaw(
                *("successions", index, "date"),
                f"{row.target} bắt đầu {target.valid_from}, không phải {row.date} — "
                "đơn vị nhận thêm đất bắt đầu lại từ ngày đó, cùng mã cũng được",
                f"{row.target} begins on {target.valid_from}, not on {row.date} — "
                "a place that takes in ground begins anew that day, under the same code if need be",
            )
        if not 0 < row.share <= 1:
            yield flaw(
                *("successions", index, "share"),
                f"phần {row.share} phải lớn hơn 0 và không quá 1 — ví dụ 1/3",
                f"the share {row.share} must be above 0 and at most 1 — for example 1/3",
            )


def shares_add_up(gazetteer: Gazetteer) -> Iterator[Flaw]:
    """All that a place leaves on a day adds up to the whole of it."""
    left: dict[tuple[str, date], list[int]] = defaultdict(list)
    for index, row in enumerate(gazetteer.successions):
        left[row.source, row.date].append(index)
    for (source, day), indexes in left.items():
        total = sum(gazetteer.successions[index].share for index in indexes)
        if abs(total - 1) > _TOLERANCE:
            yield flaw(
                *("successions", indexes[-1], "share"),
                f"các phần của {source} ngày {day} cộng lại được {total:g} — phải bằng 1",
                f"the shares of {source} on {day} add up to {total:g} — they must make 1",
            )


def every_commune_has_heirs(gazetteer: Gazetteer) -> Iterator[Flaw]:
    """A commune that ends leaves its figures to somebody."""
    sources = {row.source for row in gazetteer.successions}
    for index, place in enumerate(gazetteer.places):
        ended = place.kind == Kind.COMMUNE and place.valid_to is not None
        if ended and place.key not in sources:
            yield flaw(
                *("places", index, "valid_to"),
                f"{place.key} kết thúc {place.valid_to} mà không có đơn vị kế thừa — "
                "thêm dòng vào successions.csv",
                f"{place.key} ends on {place.valid_to} without an heir — add it to successions.csv",
            )
