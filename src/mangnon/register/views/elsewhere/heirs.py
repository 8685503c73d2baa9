"""The worklist after a commune was split: which heir does each child live in."""

from collections import defaultdict
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mangnon.access.errors import NotHere
from mangnon.access.routes import DeskRequest, private
from mangnon.access.sending import ActPage
from mangnon.audit.actions import read
from mangnon.places.models import Place, Succession
from mangnon.register import actions, identity
from mangnon.register.errors import WrongState
from mangnon.register.models import Residence
from mangnon.register.queries import unassigned
from mangnon.text.sentence import Sentence
from mangnon.text.sorting import person_sort_key
from mangnon.ui.forms import Form
from mangnon.ui.templatetags.mangnon_ui import named

MOST = 300  # children of one page; a whole village is assigned at once beyond that
NO_VILLAGE = "0"


@private("register.write")
def page(request: DeskRequest) -> HttpResponse:
    """Show the split communes whose children wait, with how many."""
    here = unassigned().filter(place__in=request.leave.places).order_by()
    counted = here.values("place").annotate(count=Count("pk"))
    counts = {one["place"]: one["count"] for one in counted}
    places = Place.objects.filter(pk__in=counts).order_by("sort_key")
    context = {
        "places": [(place, counts[place.pk]) for place in places],
        "crumbs": [(_("Trẻ em"), reverse("register:list")), (_("Xã chia tách"), None)],
    }
    return render(request, "register/heirs.html", context)


class HeirForm(Form):
    """The heir of the children ticked; the ticks themselves are of the page."""

    heir = forms.ChoiceField(
        label=gettext_lazy("Các trẻ được chọn sống ở"), widget=forms.RadioSelect
    )
    village = forms.MultipleChoiceField(required=False, widget=forms.MultipleHiddenInput)
    child = forms.MultipleChoiceField(required=False, widget=forms.MultipleHiddenInput)

    def __init__(self, *args: Any, heirs: Any, villages: Any, children: Any, **words: Any) -> None:
        super().__init__(*args, **words)
        self.offer("heir", heirs)
        self.offer("village", villages)
        self.offer("child", children)


class Assign(ActPage):
    """Tick children, or whole villages, and say in which heir they live."""

    form_class = HeirForm
    title = gettext_lazy("Chọn xã mới cho từng trẻ")
    template = "register/assign.html"
    place: Place

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        same_code = Place.objects.filter(code=kwargs["code"])
        key = f"{kwargs['code']}@{kwargs['since']}"
        found = next((place for place in same_code if place.key == key), None)
        if found is None or not self.request.leave.covers([found.pk]):
            raise NotHere
        self.place = found

    def note_reading(self) -> None:
        """Leave the entry of the names, which the page shows by village."""
        shown = [f"register.child:{one.child.uuid}" for one in self._first()]
        if shown:
            read(
                self.request.leave.warrant(), "register.list", subjects=shown,
                place_code=self.place.key, purpose="heirs",
            )  # fmt: skip

    def form_words(self) -> dict[str, Any]:
        waiting = self._waiting()
        villages = {str(one or NO_VILLAGE) for one in waiting.values_list("village", flat=True)}
        return {
            "heirs": self._heirs(),
            "villages": [(one, one) for one in villages],
            "children": [(str(one), "") for one in waiting.values_list("child__uuid", flat=True)],
        }

    def context(self) -> dict[str, Any]:
        return {
            **super().context(),
            "place": self.place,
            "villages": self._by_village(),
            "waiting": self._waiting().count(),
            "ticked": set(self.request.POST.getlist("child")),
            "back": reverse("register:heirs"),
        }

    def act(self, form: Form) -> str:
        told = form.cleaned_data
        chosen = self._waiting().filter(child__uuid__in=told["child"])
        children = set(chosen.values_list("child_id", flat=True))
        for village in told["village"]:
            of_village = self._waiting().filter(
                **{"village": village} if village != NO_VILLAGE else {"village__isnull": True}
            )
            children |= set(of_village.values_list("child_id", flat=True))
        if not children:
            raise _nobody()
        warrant = self.request.leave.warrant()
        done = actions.assign_heirs(dict.fromkeys(children, int(told["heir"])), warrant=warrant)
        messages.success(self.request, _("Đã chọn nơi mới cho %(count)s trẻ.") % {"count": done})
        return reverse("register:heirs") if not self._waiting().exists() else self.request.path

    def _waiting(self) -> QuerySet[Residence]:
        return unassigned().filter(place=self.place)

    def _first(self) -> list[Residence]:
        related = ("child__data_key", "village")
        return list(self._waiting().select_related(*related).order_by("village", "pk")[:MOST])

    def _by_village(self) -> list[tuple[str, str, list[tuple[str, str, int]]]]:
        """Return each village's code and name, with its children by Vietnamese name."""
        found: dict[tuple[str, str], list[tuple[str, str, int]]] = defaultdict(list)
        for one in self._first():
            code = str(one.village_id or NO_VILLAGE)
            title = named(one.village) if one.village else _("Chưa rõ thôn")
            name = identity.open_name(one.child) or "–"
            found[code, title].append((str(one.child.uuid), name, one.child.birth_date.year))
        return [
            (code, title, sorted(children, key=lambda child: person_sort_key(child[1])))
            for (code, title), children in found.items()
        ]

    def _heirs(self) -> list[tuple[str, str]]:
        """Return the heirs within reach; the others are for the level above."""
        heirs = Succession.objects.filter(source=self.place, carried_out=True)
        reached = heirs.filter(target__in=self.request.leave.places).select_related("target")
        return [(str(one.target_id), named(one.target)) for one in reached.order_by("-share")]


def _nobody() -> WrongState:
    return WrongState(
        Sentence(
            vi="Chưa chọn trẻ nào. Hãy đánh dấu từng trẻ hoặc cả thôn.",
            en="Nobody is chosen. Tick children or whole villages.",
        )
    )
