"""Acting: a step of an assignment, more time, a duty written down, handed down, a day announced."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mangnon import clock
from mangnon.access.errors import NotHere
from mangnon.access.scope import reach
from mangnon.access.sending import ActPage
from mangnon.duties import actions
from mangnon.duties.actions.calendar import Announced
from mangnon.duties.errors import Outdated
from mangnon.duties.forms import (
    AnswerTimeForm,
    AskTimeForm,
    DayForm,
    DutyForm,
    HandForm,
    StepForm,
)
from mangnon.duties.models import Assignment, Duty, Extension, Handing
from mangnon.duties.queries import assignment_within
from mangnon.duties.receiving import without_people
from mangnon.duties.states import TRANSITIONS, Side, State, Transition
from mangnon.places.models import Kind, Office, Place
from mangnon.places.tree import Tree
from mangnon.text.slugs import free_code
from mangnon.ui.forms import Form

_SENT = gettext_lazy("Gửi")


class AssignmentPage(ActPage):
    """An act on the assignment of the address."""

    template = "duties/act.html"
    button = _SENT
    held: Assignment

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.held = assignment_within(self.request.leave, kwargs["uuid"])

    def context(self) -> dict[str, Any]:
        return {**super().context(), "held": self.held, "back": self.back()}

    def back(self) -> str:
        """Return where the act leads when it is done, or given up."""
        return reverse("duties:assignment", args=[self.held.uuid])


class Step(AssignmentPage):
    """Take the step of the address, where its side is the person's."""

    form_class = StepForm
    side = Side.HOLDER
    step: Transition

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        step = TRANSITIONS.get(kwargs["act"])
        here = self.held.place_id if self.side == Side.HOLDER else self.held.handing.within_id
        if step is None or step.side != self.side or here not in self.request.leave.places:
            raise NotHere
        self.step, self.title = step, step.name

    def form_words(self) -> dict[str, Any]:
        return {
            "step": self.step,
            "counts": self.held.handing.duty.counts,
            "offices": open_offices().exclude(pk=self.held.office_id),
        }

    def initial(self) -> dict[str, Any]:
        day = clock.today() if self.step.act == "report" else None
        return {"version": self.held.version, "on": day}

    def act(self, form: Form) -> str:
        assert isinstance(form, StepForm)
        told = form.cleaned_data
        try:
            actions.take(
                self.held, self.step.act, words=told.get("words", ""), seen=told["version"],
                on=told.get("on"), waits_for=told.get("waits_for"), numbers=form.numbers(),
                files=told.get("files", ()), warrant=self.request.leave.warrant(),
            )  # fmt: skip
        except Outdated:
            self._look_again(form)
            raise
        messages.success(self.request, _("Đã ghi: %(step)s.") % {"step": self.step.name})
        return self.back()

    def _look_again(self, form: StepForm) -> None:
        """Show how it stands now, and let the same words be sent on that ground."""
        self.held = assignment_within(self.request.leave, self.held.uuid)
        data = form.data.copy()
        data["version"] = str(self.held.version)
        form.data = data


class Answer(Step):
    """Take a step of the side that handed the duty down."""

    side = Side.GIVER


class AskTime(AssignmentPage):
    """Ask for more time."""

    form_class = AskTimeForm
    title = gettext_lazy("Đề nghị gia hạn")

    def act(self, form: Form) -> str:
        warrant = self.request.leave.warrant()
        actions.ask_extension(self.held, **form.cleaned_data, warrant=warrant)
        return self.back()


class AnswerTime(AssignmentPage):
    """Grant more time, or refuse it and say why."""

    form_class = AnswerTimeForm
    title = gettext_lazy("Trả lời đề nghị gia hạn")
    template = "duties/answer_time.html"
    asked: Extension

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        waiting = self.held.extensions.select_related("asked_for", "assignment")
        asked = waiting.order_by("-pk").first()
        if asked is None or self.held.handing.within_id not in self.request.leave.places:
            raise NotHere
        self.asked = asked

    def context(self) -> dict[str, Any]:
        return {**super().context(), "asked": self.asked}

    def act(self, form: Form) -> str:
        told = form.cleaned_data
        actions.answer_extension(
            self.asked, grant=told["grant"] == "yes", words=told["words"],
            warrant=self.request.leave.warrant(),
        )  # fmt: skip
        return self.back()


class PutDuty(ActPage):
    """Write a duty down; it is handed down afterwards."""

    form_class = DutyForm
    title = gettext_lazy("Ghi một nhiệm vụ")
    button = gettext_lazy("Ghi nhiệm vụ")

    def form_words(self) -> dict[str, Any]:
        return {"offices": open_offices().filter(place__in=self.request.leave.places)}

    def context(self) -> dict[str, Any]:
        return {**super().context(), "back": reverse("duties:all")}

    def act(self, form: Form) -> str:
        told = dict(form.cleaned_data)
        told["title_en"] = told["title_en"] or told["title_vi"]
        told["original_not_held"] = told["clause"] is None
        code = free_code(told["title_vi"], _taken, otherwise="nhiem-vu")
        duty = actions.put_duty(code, warrant=self.request.leave.warrant(), **told)
        return reverse("duties:hand", args=[duty.code])


class Hand(ActPage):
    """Hand a duty down from who leads it."""

    form_class = HandForm
    title = gettext_lazy("Giao nhiệm vụ")
    button = gettext_lazy("Giao")
    template = "duties/hand.html"
    duty: Duty
    held: Assignment | None = None
    within: Place

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.duty, self.within = self._from(kwargs)
        if self.within.pk not in self.request.leave.places:
            raise NotHere

    def _from(self, kwargs: dict[str, Any]) -> tuple[Duty, Place]:
        duty = Duty.objects.select_related("lead__place", "document").filter(code=kwargs["code"])
        found = duty.first()
        if found is None:
            raise NotHere
        return found, found.lead.place

    def form_words(self) -> dict[str, Any]:
        below = reach(self.within.pk, clock.today())
        return {
            "offices": open_offices().filter(place__in=below).exclude(pk=self.duty.lead_id),
            "rules": _rules(self.within),
        }

    def context(self) -> dict[str, Any]:
        return {
            **super().context(), "duty": self.duty, "within": self.within, "back": self._back()
        }  # fmt: skip

    def _back(self) -> str:
        return reverse("duties:duty", args=[self.duty.code])

    def act(self, form: Form) -> str:
        assert isinstance(form, HandForm)
        told = form.cleaned_data
        handing = actions.hand_down(
            self.duty, within=self.within, rule=told["rule"], deadline=form.deadline(),
            received_on=told["received_on"], offices=list(told.get("offices", ())), held=self.held,
            warrant=self.request.leave.warrant(),
        )  # fmt: skip
        self._tell(handing)
        return self._back()

    def _tell(self, handing: Handing) -> None:
        made = handing.assignments.count()
        said = _("Đã giao cho %(count)s nơi.") % {"count": made}
        nobody = without_people(handing)
        if nobody:
            said += " " + _(
                "%(count)s nơi chưa có ai được giao vai trò để tiếp nhận: %(places)s. "
                "Hãy cấp tài khoản cho cán bộ ở đó."
            ) % {"count": len(nobody), "places": ", ".join(nobody[:5]) + ("…" * (len(nobody) > 5))}
        messages.success(self.request, said)


class HandFurther(Hand):
    """Hand an assignment further down from the place that holds it."""

    title = gettext_lazy("Giao xuống cấp dưới")

    def _from(self, kwargs: dict[str, Any]) -> tuple[Duty, Place]:
        self.held = assignment_within(self.request.leave, kwargs["uuid"])
        if self.held.state == State.JOINED:
            raise NotHere
        return self.held.handing.duty, self.held.place

    def _back(self) -> str:
        assert self.held is not None
        return reverse("duties:assignment", args=[self.held.uuid])


class Announce(ActPage):
    """Write a day off or a day worked in exchange; open deadlines are counted again."""

    form_class = DayForm
    title = gettext_lazy("Ghi ngày nghỉ, ngày làm bù")
    lead = gettext_lazy("Thời hạn của mọi nhiệm vụ đang mở được tính lại ngay.")

    def context(self) -> dict[str, Any]:
        return {**super().context(), "back": reverse("duties:calendar")}

    def act(self, form: Form) -> str:
        told = form.cleaned_data
        day = Announced(told["day"], told["is_off"] == "off", told["name_vi"], told["name_vi"])
        moved = actions.announce_days(
            [day], announced_on=told["announced_on"], basis=told["basis"],
            warrant=self.request.leave.warrant(),
        )  # fmt: skip
        said = _("Đã ghi. Số nhiệm vụ có hạn thay đổi: %(moved)s.") % {"moved": moved}
        messages.success(self.request, said)
        return f"{reverse('duties:calendar')}?nam={told['day'].year}"


def open_offices() -> QuerySet[Office]:
    """Return the offices that exist today, by name."""
    today = clock.today()
    begun = Q(valid_from__isnull=True) | Q(valid_from__lte=today)
    lasting = Q(valid_to__isnull=True) | Q(valid_to__gt=today)
    return Office.objects.filter(begun & lasting).order_by("name_vi")


def _rules(within: Place) -> list[str]:
    """Return to whom a duty can be handed from a place on today's map."""
    tree = Tree.on(clock.today())
    kinds = (
        {tree.place(one).kind for one in tree.descendants(within.pk)} if within.pk in tree else ()
    )
    rules = {Kind.DISTRICT: Handing.Rule.DISTRICTS, Kind.COMMUNE: Handing.Rule.COMMUNES}
    return [*(str(rule) for kind, rule in rules.items() if kind in kinds), Handing.Rule.OFFICES]


def _taken(stem: str) -> Iterable[str]:
    return Duty.objects.filter(code__startswith=stem).values_list("code", flat=True)
