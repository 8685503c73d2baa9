"""What publishing figures is called in the trail."""

from django.utils.translation import gettext_lazy as _

from mangnon.audit.wording import name_acts, name_things

name_acts("figures", _("Công bố số liệu"), {"figures.release": _("Công bố một đợt số liệu")})
name_things({"figures.release": _("Đợt công bố số")})
