"""What is written of a meeting: who came, its conclusion, speakers, documents, files."""

from typing import Any

from django.contrib import messages
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mangnon.access.routes import private
from mangnon.legislation.models import Document
from mangnon.meetings import actions
from mangnon.meetings.forms.after import (
    AttendanceForm,
    ConclusionForm,
    DocumentForm,
    FileForm,
    SpeakerForm,
    written,
)
from mangnon.meetings.forms.announcing import offices_near
from mangnon.meetings.showing.rows import to_count
from mangnon.meetings.views.base import MeetingPage
from mangnon.ui.forms import Form


class Attendance(MeetingPage):
    """Count who was invited and who came, place by place and office by office."""

    form_class = AttendanceForm
    title = gettext_lazy("Ghi số người dự")
    lead = gettext_lazy(
        "Ô để trống nghĩa là chưa biết. Tổ chức cơ sở: chi bộ, trường học, cơ quan… của chính nơi "
        "đó, được hội nghị quán triệt đến."
    )
    button = gettext_lazy("Ghi số người")
    template = "meetings/attendance.html"

    def form_words(self) -> dict[str, Any]:
        return {"rows": to_count(self.meeting)}

    def initial(self) -> dict[str, Any]:
        return written(self.meeting.attendance.select_related("place", "office"))

    def act(self, form: Form) -> str:
        assert isinstance(form, AttendanceForm)
        came = actions.record_attendance(self.meeting, form.came(), warrant=self.warrant())
        messages.success(self.request, _("Đã ghi %(count)s người dự.") % {"count": came})
        return self.back()


class Conclude(MeetingPage):
    """Write the conclusion; from then on the meeting counts."""

    form_class = ConclusionForm
    title = gettext_lazy("Ghi kết luận")
    button = gettext_lazy("Ghi kết luận")

    def initial(self) -> dict[str, Any]:
        return {"words": self.meeting.conclusion_vi}

    def act(self, form: Form) -> str:
        actions.conclude(self.meeting, form.cleaned_data["words"], warrant=self.warrant())
        return self.back()


class AddSpeaker(MeetingPage):
    """Add a speaker by post and office."""

    form_class = SpeakerForm
    title = gettext_lazy("Thêm báo cáo viên")
    button = gettext_lazy("Thêm")

    def form_words(self) -> dict[str, Any]:
        return {"offices": offices_near(self.request.leave.places)}

    def act(self, form: Form) -> str:
        assert isinstance(form, SpeakerForm)
        actions.add_speaker(self.meeting, form.voice(), warrant=self.warrant())
        return self.back()


class AddDocument(MeetingPage):
    """Name a document that the meeting is about."""

    form_class = DocumentForm
    title = gettext_lazy("Thêm văn bản")
    button = gettext_lazy("Thêm")

    def act(self, form: Form) -> str:
        document = Document.objects.get(code=form.cleaned_data["document"])
        actions.add_document(self.meeting, document, warrant=self.warrant())
        return self.back()


class AddFiles(MeetingPage):
    """Keep minutes and photographs: all of them, or none where one is refused."""

    form_class = FileForm
    title = gettext_lazy("Thêm biên bản, ảnh")
    lead = gettext_lazy("Chỉ cán bộ của địa bàn mở được; không bao giờ đăng công khai từ đây.")
    button = gettext_lazy("Gửi tệp")

    def act(self, form: Form) -> str:
        kind = form.cleaned_data["kind"]
        for upload in form.cleaned_data["files"]:
            actions.add_file(self.meeting, upload, kind, warrant=self.warrant())
        return self.back()


_hold = private("meetings.hold")
attendance = _hold(Attendance.as_view())
conclude = _hold(Conclude.as_view())
add_speaker = _hold(AddSpeaker.as_view())
add_document = _hold(AddDocument.as_view())
add_files = _hold(AddFiles.as_view())
