"""What acts on the list of documents are called in the trail."""

from django.utils.translation import gettext_lazy as _

from mangnon.audit.wording import name_acts, name_things

name_acts(
    "legislation",
    _("Văn bản"),
    {
        "legislation.put": _("Cập nhật danh mục văn bản"),
        "legislation.read": _("Đọc lời văn bản"),
        "legislation.write": _("Ghi thuộc tính một văn bản"),
        "legislation.relate": _("Ghi quan hệ giữa hai văn bản"),
        "legislation.unrelate": _("Bỏ quan hệ giữa hai văn bản"),
        "legislation.keep_original": _("Giữ bản gốc của một văn bản"),
        "legislation.drop_original": _("Bỏ bản gốc của một văn bản"),
        "legislation.bring": _("Nhập nhiều văn bản"),
        "legislation.report_problem": _("Nhận lời báo sai về văn bản"),
        "legislation.close_problem": _("Trả lời lời báo sai"),
        "legislation.follow": _("Nhận người theo dõi văn bản"),
        "legislation.unfollow": _("Xóa người theo dõi văn bản"),
        "legislation.tell": _("Gửi thư cho người theo dõi văn bản"),
        "legislation.withdraw": _("Gỡ khỏi danh mục văn bản"),
    },
)
name_things(
    {
        "legislation.clause": _("Điều khoản"),
        "legislation.document": _("Văn bản"),
        "legislation.relation": _("Quan hệ giữa các văn bản"),
    }
)
