"""The rows of a file: every published figure of a page, under stable keys."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from mangnon.indicators.declaration import Declaration
from mangnon.places.world import world
from mangnon.portal.editions import Edition
from mangnon.portal.seen import Seen

Value = str | float | bool | date | None


@dataclass(frozen=True, slots=True)
class Key:
    """A column: its stable key, its heading, and what it means."""

    key: str
    heading: str
    meaning: str


def keys() -> list[Key]:
    """Return the columns in their order; keys never change, headings follow the page."""
    return [
        Key("indicator", _("Mã chỉ số"), _("Mã của chỉ số, xem trang chỉ số.")),
        Key("name", _("Tên chỉ số"), _("Tên của chỉ số.")),
        Key("series", _("Chuỗi"), _("Nguồn của con số; các chuỗi không bao giờ nối với nhau.")),
        Key("place", _("Mã địa bàn"), _("Mã và ngày bắt đầu của địa bàn: mã@ngày.")),
        Key("place_name", _("Tên địa bàn"), _("Tên của địa bàn.")),
        Key("period", _("Kỳ"), _("Kỳ của con số, thường là một năm.")),
        Key("breakdown", _("Chia theo"), _("Cách chia; để trống là tổng số.")),
        Key("part", _("Phần"), _("Phần của cách chia.")),
        Key("numerator", _("Tử số"), _("Tử số của phép chia.")),
        Key("denominator", _("Mẫu số"), _("Mẫu số của phép chia.")),
        Key("value", _("Giá trị"), _("Giá trị theo đơn vị, chín chữ số thập phân.")),
        Key("unit", _("Đơn vị"), _("percent = %, per_mille = ‰, count = số đếm, ratio = tỷ số.")),
        Key("lower", _("Cận dưới 95%"), _("Cận dưới của khoảng tin cậy 95%.")),
        Key("upper", _("Cận trên 95%"), _("Cận trên của khoảng tin cậy 95%.")),
        Key("estimated", _("Ước tính"), _("Đúng: tính qua tỷ lệ chia của xã đã tách.")),
        Key("provisional", _("Tạm tính"), _("Đúng: kỳ chưa kết thúc hoặc chưa có quyết định.")),
        Key("withheld", _("Không công bố"), _("small: số nhỏ; level: cả cấp; estimated: ước tính")),
        Key("as_of", _("Tính đến"), _("Ngày mà con số mô tả.")),
        Key("release", _("Đợt công bố"), _("Số của đợt công bố.")),
    ]  # fmt: skip


def rows(
    edition: Edition, declared: Mapping[int, Declaration], seen: Iterable[Seen]
) -> list[dict[str, Value]]:
    """Return the figures as rows by key, in the order of indicator, place and period."""
    units = world().units
    by_code = {one.code: one for one in declared.values()}
    ordered = sorted(
        seen,
        key=lambda one: (one.indicator, one.series, units[one.place_id].key, one.period,
                         one.breakdown, one.value_key),
    )  # fmt: skip
    return [
        _row(edition, one, by_code[one.indicator], units[one.place_id].key,
             edition.name(units[one.place_id]))
        for one in ordered
    ]  # fmt: skip


def _row(
    edition: Edition, one: Seen, declared: Declaration, place: str, name: str
) -> dict[str, Value]:
    return {
        "indicator": one.indicator,
        "name": edition.say(declared.name),
        "series": one.series,
        "place": place,
        "place_name": name,
        "period": one.period.name,
        "breakdown": one.breakdown,
        "part": one.value_key,
        "numerator": _tidy(one.numerator),
        "denominator": _tidy(one.denominator),
        "value": _tidy(one.value),
        "unit": declared.unit,
        "lower": _tidy(one.lower),
        "upper": _tidy(one.upper),
        "estimated": one.estimated,
        "provisional": not one.is_final,
        "withheld": one.withheld,
        "as_of": one.as_of,
        "release": float(edition.release.number),
    }


def _tidy(value: float | None) -> float | None:
    """Drop the noise of binary fractions; what is left is finer than any figure."""
    return None if value is None else round(value, 9)
