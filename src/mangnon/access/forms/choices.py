"""Choices of roles, places and people, as far as somebody's leave reaches."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from mangnon import clock
from mangnon.access.roles import ROLES
from mangnon.access.wording import place_name, role_title
from mangnon.places.models import Office, Place
from mangnon.places.tree import Tree
from mangnon.ui.forms.select import LongSelect
from mangnon.ui.templatetags.mangnon_ui import named

Choices = list[tuple[str, str]]


class RoleField(forms.ChoiceField):
    """A role of the table."""

    def __init__(self, **words: Any) -> None:
        words.setdefault("label", _("Vai trò"))
        super().__init__(choices=_roles, **words)


class PlaceField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A place that lives today, among those that somebody's leave reaches."""

    def __init__(self, **words: Any) -> None:
        words.setdefault("label", _("Địa bàn"))
        super().__init__(queryset=Place.objects.none(), empty_label=_("Chọn địa bàn"), **words)

    def within(self, places: Iterable[int]) -> None:
        """Offer the living ones of these places, the higher first, then by name."""
        tree = Tree.on(clock.today())
        ids = [place_id for place_id in places if place_id in tree]
        found = Place.objects.filter(pk__in=ids)
        order = {pk: (tree.level(pk), tree.place(pk).sort_key) for pk in ids}
        self.queryset = found
        listed = sorted(found, key=lambda place: order[place.pk])
        self.choices = [("", str(self.empty_label)), *((p.pk, place_name(p)) for p in listed)]

    def label_from_instance(self, obj: Place) -> str:
        return place_name(obj)


class OfficeField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """An office of the list, those that still work first; a closed one says so."""

    widget = LongSelect

    def __init__(self, **words: Any) -> None:
        words.setdefault("label", _("Cơ quan"))
        super().__init__(queryset=Office.objects.none(), empty_label=_("Chọn cơ quan"), **words)
        self.within(None)

    def within(self, places: Iterable[int] | None) -> None:
        """Offer the offices of these places; None: every office."""
        offices = Office.objects.select_related("place").order_by("valid_to", "line", "name_vi")
        self.queryset = offices if places is None else offices.filter(place__in=list(places))

    def label_from_instance(self, obj: Office) -> str:
        if obj.lives_on(clock.today()):
            return str(named(obj))
        return gettext("%(name)s (không còn)") % {"name": named(obj)}


def _roles() -> Choices:
    return [("", str(_("Chọn vai trò"))), *((role.code, role_title(role.code)) for role in ROLES)]
