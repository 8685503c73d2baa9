"""Opening a weigh day, recording it, closing it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mangnon import clock
from mangnon.access.sending import ActPage
from mangnon.places.models import Place
from mangnon.register import actions
from mangnon.register.actions.weighdays import kept_elsewhere, rows_elsewhere
from mangnon.register.errors import WrongState
from mangnon.register.forms.weighdays import LAST, NothingToFill, OpenWeighDayForm
from mangnon.register.models import WeighDay, WeighRow
from mangnon.register.weighlists import (
    from_last,
    from_roster,
    last_session,
    scope_of,
    weighday_within,
)
from mangnon.text.sentence import Sentence
from mangnon.ui.forms import Form
from mangnon.ui.templatetags.mangnon_ui import page_language

STATES = {
    WeighRow.State.OK: gettext_lazy("Ghi được vào sổ"),
    WeighRow.State.DOUBTFUL: gettext_lazy("Cần đo lại hoặc đánh dấu đã đo lại"),
    WeighRow.State.WRONG: gettext_lazy("Chưa đúng, cần sửa"),
    WeighRow.State.UNSEEN: gettext_lazy("Chưa cân"),
    WeighRow.State.RECORDED: gettext_lazy("Đã ghi vào sổ"),
}


def grid_address(session: WeighDay) -> str:
    """Return the address of a session's grid."""
    return reverse("register:weighday", args=[session.uuid])


class OpenWeighDay(ActPage):
    """Open a session over a list of children."""

    form_class = OpenWeighDayForm
    title = gettext_lazy("Mở buổi cân đo")
    button = gettext_lazy("Mở buổi cân")

    def form_words(self) -> dict[str, Any]:
        return {"places": self.request.leave.places}

    def initial(self) -> dict[str, Any]:
        return {"day": clock.today()}

    def context(self) -> dict[str, Any]:
        return {**super().context(), "back": reverse("register:weighdays")}

    def act(self, form: Form) -> str:
        told = form.cleaned_data
        place = Place.objects.get(pk=told["place"])
        village = Place.objects.get(pk=told["village"]) if told.get("village") else None
        scope = scope_of(self.request.leave, place)
        if told["source"] == LAST:
            before = last_session(place, village)
            if before is None:
                raise _no_session_before()
            children = from_last(before, scope)
        else:
            children = from_roster(scope, village)
        session = actions.open_weighday(
            place=place,
            village=village,
            day=told["day"],
            children=children,
            warrant=self.request.leave.warrant(),
        )
        return grid_address(session)


class SessionPage(ActPage):
    """An act on the session of the address."""

    form_class = NothingToFill
    template = "register/weighday_act.html"
    session: WeighDay

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.session = weighday_within(self.request.leave, kwargs["uuid"])

    def context(self) -> dict[str, Any]:
        rows = self.session.rows
        return {
            **super().context(),
            "session": self.session,
            "counts": [(word, rows.filter(state=state).count()) for state, word in STATES.items()],
            "clashes": rows.filter(other__isnull=False).count(),
            "back": grid_address(self.session),
        }


class RecordWeighDay(SessionPage):
    """Write the weighings that are fit into the register, all at once."""

    title = gettext_lazy("Ghi buổi cân vào sổ")
    button = gettext_lazy("Ghi vào sổ")

    def act(self, form: Form) -> str:
        warrant = self.request.leave.warrant()
        count = actions.record_weighday(self.session, warrant=warrant)
        messages.success(self.request, _("Đã ghi %(count)s số đo vào sổ.") % {"count": count})
        left = kept_elsewhere(rows_elsewhere(self.session, warrant))
        if left:
            messages.warning(self.request, left.sentence.in_language(page_language()))
        return grid_address(self.session)


class CloseWeighDay(SessionPage):
    """Close a session; nothing more is typed in it."""

    title = gettext_lazy("Đóng buổi cân")
    button = gettext_lazy("Đóng buổi cân")

    def act(self, form: Form) -> str:
        actions.close_weighday(self.session, warrant=self.request.leave.warrant())
        return reverse("register:weighdays")


def _no_session_before() -> WrongState:
    return WrongState(
        Sentence(
            vi="Nơi này chưa có buổi cân nào trước đó. Hãy chọn tất cả trẻ dưới 5 tuổi trong sổ.",
            en="There was no session here before. Choose all children under five.",
        )
    )
