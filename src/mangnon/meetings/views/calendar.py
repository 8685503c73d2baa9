"""A person's own calendar: its address, a new one, none any more; and the calendar itself."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from mangnon.access.doors import own_warrant
from mangnon.access.rights import OPEN
from mangnon.access.routes import DeskRequest, private
from mangnon.meetings import actions
from mangnon.meetings.actions.calendar import KEEP
from mangnon.meetings.feed import address_of, owner_of, written_for
from mangnon.meetings.models import Subscription


@private("meetings.see")
def own(request: DeskRequest) -> HttpResponse:
    """Show the address; take a new one, or close it."""
    if request.method == "POST":
        warrant = own_warrant(request.user, KEEP)
        if request.POST.get("do") == "end":
            actions.end_calendar(request.user, warrant=warrant)
            messages.success(request, _("Đã đóng địa chỉ lịch. Không máy nào dùng được nữa."))
        else:
            actions.renew_calendar(request.user, warrant=warrant)
            messages.success(request, _("Đã có địa chỉ mới. Địa chỉ cũ không dùng được nữa."))
        return redirect("meetings:calendar")
    kept = Subscription.objects.filter(user=request.user).first()
    path = reverse("meetings:feed", args=[address_of(kept)]) if kept else ""
    context = {
        "kept": kept, "address": request.build_absolute_uri(path) if path else "",
        "crumbs": [(_("Hội nghị, tập huấn"), reverse("meetings:list")), (_("Đăng ký lịch"), None)],
    }  # fmt: skip
    return render(request, "meetings/calendar.html", context)


@private(OPEN)
def feed(request: HttpRequest, told: str) -> HttpResponse:
    """Hand out the calendar of an address: titles, times, places; no sign-in, no cookie."""
    user = owner_of(told)
    with translation.override(user.language):
        text = written_for(user)
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'inline; filename="hoi-nghi.ics"'
    answer["Referrer-Policy"] = "no-referrer"
    return answer
