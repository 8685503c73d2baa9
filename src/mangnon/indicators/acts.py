"""What acts on indicators are called in the trail."""

from django.utils.translation import gettext_lazy as _

from mangnon.audit.wording import name_acts, name_details, name_things

name_acts(
    "indicators",
    _("Chỉ số"),
    {
        "indicators.declare": _("Khai báo chỉ số"),
        "indicators.report": _("Nhập số tổng hợp được báo cáo"),
        "indicators.withdraw": _("Gỡ chỉ số"),
        "indicators.withdraw_report": _("Rút số tổng hợp được báo cáo"),
    },
)
name_things({"indicators.indicator": _("Chỉ số")})
name_details({"indicators": _("chỉ số"), "totals": _("số tổng hợp")})
