"""What acts on places are called in the trail."""

from django.utils.translation import gettext_lazy as _

from mangnon.audit.wording import name_acts, name_details, name_things, name_values

name_acts(
    "places",
    _("Địa bàn, cơ quan"),
    {
        "places.add": _("Cập nhật danh mục địa bàn"),
        "places.add_successions": _("Cập nhật việc sáp nhập, chia tách"),
        "places.belong": _("Cập nhật cấp trên của địa bàn"),
        "places.boundaries": _("Nạp ranh giới trên bản đồ"),
        "places.change_offices": _("Cập nhật việc đổi tên, hợp nhất cơ quan"),
        "places.name": _("Cập nhật tên gọi của địa bàn"),
        "places.open_offices": _("Cập nhật danh mục cơ quan"),
        "places.succeed": _("Thực hiện sáp nhập, chia tách"),
        "places.withdraw": _("Gỡ khỏi danh mục địa bàn, cơ quan"),
    },
)
name_things(
    {
        "places.belonging": _("Quan hệ với cấp trên"),
        "places.naming": _("Tên gọi"),
        "places.office": _("Cơ quan"),
        "places.officechange": _("Thay đổi của cơ quan"),
        "places.place": _("Địa bàn"),
        "places.succession": _("Sáp nhập, chia tách"),
    }
)
name_details({"file": _("tệp"), "places": _("số địa bàn")})
name_values(
    "reason",
    {
        "boundaries": _("lệnh nạp ranh giới tại máy chủ"),
        "succeed": _("lệnh sáp nhập tại máy chủ"),
    },
)
