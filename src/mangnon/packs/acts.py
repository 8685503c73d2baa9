"""What applying a province's pack is called in the trail."""

from django.utils.translation import gettext_lazy as _

from mangnon.audit.wording import name_acts, name_things, name_values

name_acts("packs", _("Gói dữ liệu"), {"packs.apply": _("Nạp gói dữ liệu của tỉnh")})
name_things({"pack": _("Gói dữ liệu")})
name_values("reason", {"pack apply": _("lệnh nạp gói dữ liệu tại máy chủ")})
