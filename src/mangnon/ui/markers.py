"""The closed list of remarks on a figure or a detail, each with a short word and a sentence."""

from dataclasses import dataclass

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Marker:
    """A remark: the word beside it, and what it means."""

    word: LazyText
    meaning: LazyText


MARKERS: dict[str, Marker] = {
    "estimated": Marker(
        _("ước tính"), _("Tính theo tỷ lệ chia của các đơn vị đã tách; con số đã làm tròn.")
    ),
    "provisional": Marker(_("tạm tính"), _("Kỳ chưa kết thúc; con số còn thay đổi.")),
    "withheld": Marker(
        _("không công bố"), _("Số trẻ em quá ít; nếu công bố có thể làm lộ một em.")
    ),
    "reported": Marker(_("báo cáo"), _("Tổng số do đơn vị báo cáo, không đếm từ từng hồ sơ.")),
    "to_check": Marker(_("cần đối chiếu"), _("Chi tiết này chưa được đối chiếu với văn bản gốc.")),
}


def marker_of(key: str) -> Marker:
    """Return a remark; one outside the closed list is a mistake in the caller."""
    if key not in MARKERS:
        raise ValueError(f"marker {key!r} is not one of {', '.join(MARKERS)}")
    return MARKERS[key]
