"""The words for kinds of documents, and for what one document does to another, both ways."""

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

KINDS: dict[str, LazyText] = {
    "constitution": _("Hiến pháp"),
    "law": _("Luật"),
    "ordinance": _("Pháp lệnh"),
    "resolution": _("Nghị quyết"),
    "decree": _("Nghị định"),
    "decision": _("Quyết định"),
    "circular": _("Thông tư"),
    "directive": _("Chỉ thị"),
    "plan": _("Kế hoạch"),
    "report": _("Báo cáo, bài tường thuật"),
    "conclusion": _("Kết luận"),
    "guidance": _("Hướng dẫn"),
    "notice": _("Thông báo"),
    "letter": _("Công văn"),
}
RELATIONS: dict[str, tuple[LazyText, LazyText]] = {
    "implements": (_("Thực hiện"), _("Được thực hiện bằng")),
    "guides": (_("Quy định chi tiết, hướng dẫn"), _("Được quy định chi tiết, hướng dẫn bằng")),
    "amends": (_("Sửa đổi"), _("Được sửa đổi bằng")),
    "replaces": (_("Thay thế"), _("Bị thay thế bằng")),
    "repeals": (_("Bãi bỏ"), _("Bị bãi bỏ bằng")),
    "succeeds": (_("Tiếp nối"), _("Được tiếp nối bằng")),
    "corrects": (_("Đính chính"), _("Được đính chính bằng")),
    "consolidates": (_("Hợp nhất"), _("Được hợp nhất trong")),
    "cites": (_("Dẫn chiếu tới"), _("Được dẫn chiếu trong")),
}
