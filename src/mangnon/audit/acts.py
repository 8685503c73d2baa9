"""What the trail's own acts are called, and the details that entries of every room share."""

from django.utils.translation import gettext_lazy as _

from mangnon.audit.wording import name_acts, name_details, name_things, name_values

name_acts(
    "audit",
    _("Nhật ký truy vết"),
    {
        "audit.read": _("Xem nhật ký truy vết"),
        "audit.show": _("Xem nhật ký truy vết tại máy chủ"),
    },
)
name_things({"day": _("Ngày")})
name_details(
    {
        "added": _("thêm"),
        "added_changed_removed": _("thêm/sửa/bỏ"),
        "actor": _("người làm"),
        "begun": _("mới bắt đầu"),
        "changed": _("sửa"),
        "count": _("số lượng"),
        "day": _("ngày"),
        "digest": _("mã băm"),
        "filters": _("điều kiện lọc"),
        "kept_as_edited": _("giữ nguyên vì đã có người sửa"),
        "key": _("khóa"),
        "kind": _("loại"),
        "note": _("ghi chú"),
        "on": _("ngày"),
        "purpose": _("mục đích"),
        "reason": _("lý do"),
        "rows": _("số dòng"),
        "sha256": _("mã băm"),
        "since": _("từ ngày"),
        "state": _("tình trạng"),
        "table": _("danh mục"),
        "to": _("người nhận"),
        "until": _("đến ngày"),
        "version": _("phiên bản"),
        "year": _("năm"),
    }
)
name_values("reason", {"audit.show": _("Xem nhật ký truy vết tại máy chủ")})
