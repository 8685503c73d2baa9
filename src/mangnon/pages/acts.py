"""What acts on pages are called in the trail."""

from django.utils.translation import gettext_lazy as _

from mangnon.audit.wording import name_acts, name_details, name_further_acts, name_things
from mangnon.pages.editing import ROOMS, VERBS

name_acts(
    "pages",
    _("Trang web"),
    {
        "pages.put": _("Tạo trang từ gói dữ liệu"),
        "pages.put_kept": _("Tạo hồ sơ của trang web từ gói dữ liệu"),
        "pages.withdraw": _("Gỡ trang do gói dữ liệu tạo"),
        "pages.withdraw_kept": _("Gỡ hồ sơ của trang web do gói dữ liệu tạo"),
    },
)
name_further_acts({f"{room}.{verb}": VERBS[verb] for room in ROOMS for verb in VERBS})
name_things({"pages.made": _("Trang do gói dữ liệu tạo")})
name_details({"pages": _("số trang")})
