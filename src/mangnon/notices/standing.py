"""Whether a reminder still stands when it is sent: hours or days may lie between."""

from django.conf import settings

from mangnon import clock
from mangnon.duties.calendar import workdays
from mangnon.notices.models import Letter, Notice, Stop
from mangnon.notices.receivers import Receiver, Receivers
from mangnon.notices.rules import points
from mangnon.notices.showing import RELATED


class Standing:
    """What is true at this moment: who holds which role, who stopped what."""

    def __init__(self) -> None:
        self._receivers = Receivers()
        self._stopped = set(Stop.objects.values_list("user_id", "kind"))

    def of(self, letter: Letter) -> list[Notice]:
        """Return the reminders of a letter that still stand: owed, hers to hear, not stopped."""
        rows = Notice.objects.filter(letter=letter).select_related(*RELATED)
        return [one for one in rows.order_by("due_on", "pk") if self._stands(one)]

    def _stands(self, notice: Notice) -> bool:
        if (notice.user_id, notice.kind) in self._stopped:
            return False
        held, today = notice.assignment, clock.today()
        found = points(
            held.state, held.due_on, held.received_on, today,
            workdays(today, around=held.due_on), settings.ESCALATE_AFTER,
        )  # fmt: skip
        if notice.kind not in {one.kind for one in found}:
            return False
        told = self._receivers.of(held, notice.kind)  # type: ignore[arg-type]
        return Receiver(notice.user_id, notice.place_id) in told
