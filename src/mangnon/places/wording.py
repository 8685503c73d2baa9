"""Places as entries of the trail name them, in the words of the page being shown."""

from datetime import date

from django.utils.translation import gettext as _

from mangnon import clock
from mangnon.places.world import Unit, world
from mangnon.text.dates import format_date
from mangnon.ui.templatetags.mangnon_ui import named, page_language


def place_words(key: str, on: date) -> str:
    """Return what a place (``10525@2025-07-01``) was called on a day; one that is gone says so."""
    unit = _by_key().get(key)
    if unit is None:
        return key
    name = named(world().named_on(unit.id, on))
    if unit.valid_to is None or unit.valid_to > clock.today():
        return name
    end = format_date(unit.valid_to, page_language())
    return _("%(place)s (trước %(day)s)") % {"place": name, "day": end}


def _by_key() -> dict[str, Unit]:
    known = world()
    return known.keep("by_key", lambda: {unit.key: unit for unit in known.units.values()})
