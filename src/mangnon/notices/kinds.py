"""The kinds of reminders: what each is for, and why somebody gets it. She may stop each kind."""

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """One kind; what comes before and after a deadline, and what goes to who handed it down."""

    SOON = "soon", _("Nhiệm vụ sắp đến hạn")
    LATE = "late", _("Nhiệm vụ đã quá hạn")
    ESCALATED = "escalated", _("Nơi nhận nhiệm vụ của bạn chậm hạn")


WHEN: dict[str, str | Promise] = {
    Kind.SOON: _("Trước hạn 7 ngày làm việc và 1 ngày làm việc."),
    Kind.LATE: _("Ngay ngày làm việc sau hạn, rồi cứ 5 ngày làm việc một lần."),
    Kind.ESCALATED: _("Khi nơi nhận nhiệm vụ đã chậm nhiều ngày làm việc; mỗi hạn nhắc một lần."),
}
# The sentence under every notice: on what ground it came. The place is where the role is held.
WHY: dict[str, str | Promise] = {
    Kind.SOON: _("Bạn nhận vì bạn làm nhiệm vụ được giao cho %(place)s."),
    Kind.LATE: _("Bạn nhận vì bạn làm nhiệm vụ được giao cho %(place)s."),
    Kind.ESCALATED: _("Bạn nhận vì bạn phụ trách việc giao nhiệm vụ tại %(place)s."),
}
WHY_ABOVE = _("Bạn nhận vì bạn phụ trách %(place)s, và %(holder)s chưa có người nhận nhiệm vụ.")
