"""What a reader must know beside the figures of a place, in sentences."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from mangnon.places.crosswalk import answerable_until
from mangnon.places.models import Kind
from mangnon.portal.below import Ground
from mangnon.portal.editions import Edition
from mangnon.portal.seen import Seen
from mangnon.portal.spots import Spot


def place_notes(edition: Edition, spot: Spot) -> list[str]:
    """Say what limits the figures of a place: its end, its youth, its standing in."""
    said = []
    unit = spot.unit
    if unit.valid_to is not None and unit.valid_to <= edition.day:
        said.append(_ended(edition, spot))
    if unit.stands_in and unit.note_vi:
        said.append(edition.of(unit, "note"))
    if spot.is_commune:
        said.append(
            _("Ở cấp xã chỉ công bố tổng số. Số trẻ em từ 1 đến 4 không được công bố, vì "
              "người quen có thể nhận ra một em.")
        )  # fmt: skip
    return said


def level_notes(seen: Iterable[Seen]) -> list[str]:
    """Say why a level is not published in a period, where one is left out."""
    if all(one.withheld != "level" for one in seen):
        return []
    return [_("Có kỳ không công bố số của cấp này: hơn ba phần năm số nơi có số quá nhỏ.")]


def _ended(edition: Edition, spot: Spot) -> str:
    """Say when the place ended, and why later figures can or cannot be put on it."""
    unit = spot.unit
    assert unit.valid_to is not None  # the caller looked
    said = {"name": edition.name(unit), "day": edition.written(unit.valid_to)}
    until = answerable_until(unit.id, unit.valid_from)
    if until is not None and unit.kind == Kind.DISTRICT:
        return (
            _("%(name)s không còn từ ngày %(day)s. Bảng điểm dừng ở kỳ cuối trước ngày ấy, vì "
              "các xã, phường mới còn gồm cả đất của nơi khác.")
            % said
        )  # fmt: skip
    return _("%(name)s không còn từ ngày %(day)s; số liệu dừng ở kỳ cuối trước ngày ấy.") % said


def ground_notes(edition: Edition, ground: Ground, seen: Iterable[Seen]) -> list[str]:
    """Say what limits a map: communes that stand in, figures by share."""
    said = []
    if ground.stand_in:
        said.append(_stand_in(edition, ground))
    withheld = {one.withheld for one in seen}
    if "estimated" in withheld:
        said.append(
            _("Nơi chỉ ước tính được qua tỷ lệ chia của xã đã tách thì không công bố con số.")
        )
    return said


def _stand_in(edition: Edition, ground: Ground) -> str:
    """Say how many places of a map stand in for earlier ones that are not at hand."""
    standing = [unit for unit in ground.units if unit.stands_in]
    return _(
        "Chưa có danh mục các đơn vị cấp xã trước đây: %(count)s đơn vị trên bản đồ này đứng thay "
        "từ ngày %(day)s."
    ) % {
        "count": len(standing),
        "day": edition.written(min(unit.valid_from for unit in standing)),
    }
