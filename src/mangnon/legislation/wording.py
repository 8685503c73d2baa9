"""The words for kinds of documents, how they stand, and what one does to another, both ways."""

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
    "basis": (_("Căn cứ"), _("Là căn cứ của")),
    "implements": (_("Thực hiện"), _("Được thực hiện bằng")),
    "details": (_("Quy định chi tiết"), _("Được quy định chi tiết bằng")),
    "guides": (_("Quy định chi tiết, hướng dẫn"), _("Được quy định chi tiết, hướng dẫn bằng")),
    "explains": (_("Giải thích"), _("Được giải thích bằng")),
    "amends": (_("Sửa đổi"), _("Được sửa đổi bằng")),
    "supplements": (_("Bổ sung"), _("Được bổ sung bằng")),
    "replaces": (_("Thay thế"), _("Bị thay thế bằng")),
    "abrogates": (_("Bãi bỏ"), _("Bị bãi bỏ bằng")),
    "suspends": (_("Ngưng hiệu lực"), _("Bị ngưng hiệu lực bằng")),
    "succeeds": (_("Tiếp nối"), _("Được tiếp nối bằng")),
    "corrects": (_("Đính chính"), _("Được đính chính bằng")),
    "consolidates": (_("Hợp nhất"), _("Được hợp nhất trong")),
    "publishes": (_("In, công bố"), _("Được in, công bố trong")),
    "refers_to": (_("Dẫn chiếu tới"), _("Được dẫn chiếu trong")),
}
STANDINGS: dict[str, LazyText] = {
    "in_force": _("Còn hiệu lực"),
    "not_yet": _("Chưa có hiệu lực"),
    "expired": _("Hết hiệu lực toàn bộ"),
    "expired_part": _("Hết hiệu lực một phần"),
    "suspended": _("Ngưng hiệu lực"),
    "suspended_part": _("Ngưng hiệu lực một phần"),
    "unknown": _("Chưa xác định hiệu lực"),
}
LINES: dict[str, LazyText] = {"party": _("Văn bản của Đảng"), "state": _("Văn bản của Nhà nước")}
