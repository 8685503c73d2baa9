"""What acts on facilities are called in the trail, and what their details mean."""

from django.utils.translation import gettext_lazy as _

from mangnon.audit.wording import name_acts, name_details, name_things

name_acts(
    "facilities",
    _("Trạm y tế, trường học"),
    {
        "facilities.add_assessments": _("Ghi nhiều lần đánh giá cùng lúc"),
        "facilities.add_commune_recognitions": _("Ghi nhiều quyết định công nhận xã cùng lúc"),
        "facilities.add_facilities": _("Thêm nhiều cơ sở cùng lúc"),
        "facilities.add_leaves": _("Ghi thời gian vắng mặt của nhiều người cùng lúc"),
        "facilities.add_posts": _("Ghi nhiều người vào làm ở cơ sở cùng lúc"),
        "facilities.add_school_recognitions": _("Ghi nhiều quyết định công nhận trường cùng lúc"),
        "facilities.assess": _("Ghi một lần đánh giá theo tiêu chuẩn"),
        "facilities.assign_heirs": _("Xếp cơ sở về đơn vị mới sau khi chia tách"),
        "facilities.close_facilities": _("Đóng nhiều cơ sở cùng lúc"),
        "facilities.close_facility": _("Đóng một cơ sở"),
        "facilities.correct_facility": _("Sửa tên, cấp học, loại hình của một cơ sở"),
        "facilities.end_posts": _("Ghi nhiều người thôi làm ở cơ sở cùng lúc"),
        "facilities.go_on_leave": _("Ghi thời gian vắng mặt của một người ở cơ sở"),
        "facilities.hire": _("Ghi một người vào làm ở cơ sở"),
        "facilities.leave_post": _("Ghi một người thôi làm ở cơ sở"),
        "facilities.move_site": _("Chuyển cơ sở sang địa bàn khác"),
        "facilities.open_facility": _("Thêm một cơ sở"),
        "facilities.pass_to_heirs": _("Chuyển cơ sở sang đơn vị mới khi sáp nhập"),
        "facilities.publish_offer": _("Công khai những gì cơ sở dành cho trẻ em"),
        "facilities.put_catalogue": _("Cập nhật danh mục về cơ sở"),
        "facilities.assess_criteria": _("Đánh giá từng tiêu chí, kèm minh chứng"),
        "facilities.recognise_commune": _("Công nhận xã, phường, thị trấn đạt tiêu chuẩn"),
        "facilities.recognise_school": _("Công nhận trường đạt chuẩn"),
        "facilities.take_back_facility": _("Rút lại một cơ sở nhập nhầm"),
        "facilities.take_back_leaving": _("Rút lại việc ghi một người thôi làm"),
        "facilities.take_back_post": _("Rút lại việc ghi một người vào làm"),
        "facilities.withdraw_offer": _("Thôi công khai những gì cơ sở dành cho trẻ em"),
        "facilities.withdraw_from_catalogue": _("Gỡ khỏi danh mục về cơ sở"),
    },
)
name_things(
    {
        "facilities.criterion": _("Tiêu chí"),
        "facilities.facility": _("Cơ sở"),
        "facilities.stafftitle": _("Chức danh"),
        "facilities.standard": _("Tiêu chuẩn"),
    }
)
name_details(
    {
        "assessment": _("mã lần đánh giá"),
        "away": _("vắng từ ngày"),
        "criteria": _("số tiêu chí"),
        "files": _("số tệp"),
        "back": _("trở lại ngày"),
        "instead_of": _("thay cho"),
        "post": _("mã vị trí làm việc"),
        "recognition": _("mã bản ghi công nhận"),
        "title": _("chức danh"),
    }
)
