"""What the trail calls what editors do, to whatever is kept in their house (see ``trail``)."""

from django.utils.translation import gettext_lazy as _

from mangnon.audit.wording import Words

ROOMS = ("finding", "pages", "procedures", "services")  # whose things they keep
VERBS: Words = {
    "comments.create": _("Thêm ghi chú cho người cùng viết"),
    "comments.create_reply": _("Trả lời ghi chú"),
    "comments.delete": _("Xóa ghi chú"),
    "comments.delete_reply": _("Xóa câu trả lời ghi chú"),
    "comments.edit": _("Sửa ghi chú"),
    "comments.edit_reply": _("Sửa câu trả lời ghi chú"),
    "comments.resolve": _("Đóng ghi chú"),
    "convert_alias": _("Tách bản dùng chung thành bản riêng"),
    "copy": _("Tạo bản sao"),
    "copy_for_translation": _("Tạo bản sao để dịch"),
    "create": _("Tạo mới"),
    "create_alias": _("Tạo bản dùng chung"),
    "delete": _("Xóa"),
    "edit": _("Sửa bản nháp"),
    "lock": _("Khóa, không cho sửa"),
    "move": _("Chuyển sang chỗ khác"),
    "publish": _("Xuất bản"),
    "publish.schedule": _("Hẹn giờ xuất bản"),
    "publish.scheduled": _("Xuất bản theo giờ đã hẹn"),
    "rename": _("Đổi tên"),
    "reorder": _("Sắp xếp lại"),
    "revert": _("Quay lại phiên bản trước"),
    "schedule.cancel": _("Bỏ giờ đã hẹn"),
    "unlock": _("Mở khóa, cho sửa lại"),
    "unpublish": _("Gỡ khỏi trang công khai"),
    "unpublish.scheduled": _("Gỡ khỏi trang công khai theo giờ đã hẹn"),
    "workflow.approve": _("Duyệt"),
    "workflow.cancel": _("Rút lại bản gửi duyệt"),
    "workflow.reject": _("Trả lại, chưa duyệt"),
    "workflow.resume": _("Gửi duyệt lại"),
    "workflow.start": _("Gửi duyệt"),
}
