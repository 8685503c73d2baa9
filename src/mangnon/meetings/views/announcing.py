"""Announcing a meeting, and changing one."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mangnon import clock
from mangnon.access.routes import private
from mangnon.access.sending import ActPage
from mangnon.access.sending.editing import EditPage
from mangnon.meetings import actions
from mangnon.meetings.forms.announcing import MeetingForm
from mangnon.meetings.forms.hours import hour_text, programme_text
from mangnon.meetings.models import Meeting
from mangnon.meetings.views.base import MeetingPage, NothingForm, address_of
from mangnon.text.dates import format_date
from mangnon.ui.forms import Form


class Announce(ActPage):
    """Write a meeting into the calendar."""

    form_class = MeetingForm
    title = gettext_lazy("Ghi hội nghị, lớp tập huấn")
    button = gettext_lazy("Ghi vào lịch")
    template = "meetings/announce.html"

    def form_words(self) -> dict[str, Any]:
        return {"places": self.request.leave.places}

    def initial(self) -> dict[str, Any]:
        return {"day": clock.today()}

    def context(self) -> dict[str, Any]:
        listed = reverse("meetings:list")
        crumbs = [(_("Hội nghị, tập huấn"), listed), (str(self.title), None)]
        return {**super().context(), "back": listed, "crumbs": crumbs}

    def act(self, form: Form) -> str:
        assert isinstance(form, MeetingForm)
        made = actions.put_meeting(form.details(), warrant=self.request.leave.warrant())
        return address_of(made)


class Change(EditPage, MeetingPage):
    """Change what was announced; of two who do, the second chooses field by field."""

    form_class = MeetingForm
    title = gettext_lazy("Sửa hội nghị")
    button = gettext_lazy("Ghi thay đổi")
    template = "meetings/announce.html"

    def form_words(self) -> dict[str, Any]:
        return {"places": self.request.leave.places, "kept": self.meeting}

    def current(self) -> dict[str, str]:
        one = self.meeting
        ends = format_date(one.last_day, "vi") if one.last_day != one.day else ""
        return {
            "kind": one.kind, "title": one.title_vi, "day": format_date(one.day, "vi"),
            "place": str(one.place_id), "starts": hour_text(one.starts), "last_day": ends,
            "ends": hour_text(one.ends), "office": str(one.office_id or ""), "hall": one.hall,
            "capacity": str(one.capacity or ""), "programme": programme_text(one.items.all()),
        }  # fmt: skip

    def lock(self) -> None:
        rows = Meeting.objects.select_for_update(of=("self",)).select_related("place", "office")
        self.meeting = rows.get(pk=self.meeting.pk)

    def act(self, form: Form) -> str:
        assert isinstance(form, MeetingForm)
        actions.put_meeting(form.details(), meeting=self.meeting, warrant=self.warrant())
        return self.back()


class Cancel(MeetingPage):
    """Call a meeting off."""

    form_class = NothingForm
    title = gettext_lazy("Hủy hội nghị")
    lead = gettext_lazy("Hội nghị vẫn còn trong lịch, ghi là đã hủy; ai đăng ký lịch cũng thấy.")
    button = gettext_lazy("Hủy hội nghị")

    def act(self, form: Form) -> str:
        actions.cancel(self.meeting, warrant=self.warrant())
        return self.back()


_hold = private("meetings.hold")
announce = _hold(Announce.as_view())
change = _hold(Change.as_view())
cancel = _hold(Cancel.as_view())
