"""What acts on pages are called in the trail."""

from django.utils.translation import gettext_lazy as _

from mangnon.audit.wording import name_acts, name_details, name_things

name_acts(
    "pages",
    _("Trang web"),
    {
        "pages.put": _("Tạo trang từ gói dữ liệu"),
        "pages.withdraw": _("Gỡ trang do gói dữ liệu tạo"),
    },
)
name_things({"pages.made": _("Trang do gói dữ liệu tạo")})
name_details({"pages": _("số trang")})
