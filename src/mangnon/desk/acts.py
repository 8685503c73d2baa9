"""What the filters of the trail are called where reading it stands in the trail."""

from django.utils.translation import gettext_lazy as _

from mangnon.audit.models import Entry
from mangnon.audit.wording import name_details, name_values

name_details(
    {
        "den": _("đến ngày"),
        "doi_tuong": _("đối tượng"),
        "linh_vuc": _("lĩnh vực"),
        "loai": _("loại"),
        "nguoi": _("người"),
        "tu": _("từ ngày"),
    }
)
name_values("loai", {Entry.Kind.ACT: _("việc đã làm"), Entry.Kind.READING: _("lượt xem")})
