"""The sections of the public house, under which its views are counted."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mangnon.portal.addresses import WORDS
from mangnon.visits.sections import offer

_SECTIONS: dict[str, str | Promise] = {
    "scorecard": _("Bảng điểm"),
    "promise": _("Lời hứa"),
    "indicator": _("Chỉ số"),
    "place": _("Địa bàn"),
    "releases": _("Các đợt công bố"),
    "procedures": _("Thủ tục hành chính"),
    "services": _("Dịch vụ công"),
    "documents": _("Văn bản pháp quy"),
    "search": _("Tìm kiếm"),
    "offices": _("Giới thiệu"),
    "reports": _("Kinh tế - xã hội"),
}


def offer_all() -> None:
    """Offer every section, with the first word of its address in both languages."""
    for name, title in _SECTIONS.items():
        offer(title, *(WORDS[language][name].partition("/")[0] for language in ("vi", "en")))
