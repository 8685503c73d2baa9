"""What of the register passes when somebody hands her work over.

Filters are a person's own, so they move. Weigh days and requests belong to their place: whoever
holds the role there sees and finishes them, and what was hers is counted for the trail. Who
manages people sees no child: the walls are opened for the counting, where her right is demanded.
"""

from django.utils.translation import gettext_lazy as _

from mangnon.access.handovers import Handover, on_handover
from mangnon.audit.warrants import Warrant
from mangnon.register.actions.views import pass_views
from mangnon.register.models import Transfer, WeighDay
from mangnon.walls import everywhere


@on_handover("views", _("bộ lọc đã lưu"))
def views_pass(handover: Handover, *, warrant: Warrant) -> int:
    """Give the taker the filters that the giver kept."""
    good = handover.for_good_now
    return pass_views(handover.giver, handover.taker, for_good=good, warrant=warrant)


@on_handover("weighdays", _("buổi cân đo đang mở"))
def weigh_days_stay(handover: Handover, *, warrant: Warrant) -> int:
    """Count the weigh days that the giver opened and nobody has closed."""
    warrant.demand("people.manage", handover.place_ids)
    opened = WeighDay.objects.filter(opened_by=handover.giver.actor, closed_at__isnull=True)
    with everywhere():
        return opened.filter(place__in=handover.place_ids).count()


@on_handover("transfers", _("yêu cầu chuyển hồ sơ đang chờ"))
def requests_stay(handover: Handover, *, warrant: Warrant) -> int:
    """Count the files that the giver requested and that nobody has answered for."""
    warrant.demand("people.manage", handover.place_ids)
    asked = Transfer.objects.filter(asked_by=handover.giver.actor, state=Transfer.State.ASKED)
    with everywhere():
        return asked.filter(place__in=handover.place_ids).count()
