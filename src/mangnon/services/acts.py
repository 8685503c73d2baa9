"""What acts on the services for children are called in the trail."""

from django.utils.translation import gettext_lazy as _

from mangnon.audit.wording import name_acts, name_things

name_acts(
    "services",
    _("Dịch vụ cho trẻ em"),
    {
        "services.put": _("Cập nhật dịch vụ cho trẻ em từ gói dữ liệu"),
        "services.withdraw": _("Gỡ dịch vụ cho trẻ em"),
    },
)
name_things({"services.service": _("Dịch vụ cho trẻ em")})
