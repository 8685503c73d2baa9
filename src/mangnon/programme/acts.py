"""What acts on the programme are called in the trail."""

from django.utils.translation import gettext_lazy as _

from mangnon.audit.wording import name_acts, name_things

name_acts(
    "programme",
    _("Kế hoạch, chỉ tiêu"),
    {
        "programme.put_plan": _("Cập nhật kế hoạch và chỉ tiêu"),
        "programme.withdraw": _("Gỡ khỏi kế hoạch"),
    },
)
name_things(
    {
        "programme.allotted": _("Chỉ tiêu giao cho địa bàn"),
        "programme.objective": _("Mục tiêu"),
        "programme.plan": _("Kế hoạch"),
        "programme.step": _("Mốc của chỉ tiêu"),
        "programme.target": _("Chỉ tiêu"),
        "programme.task": _("Nhiệm vụ"),
    }
)
