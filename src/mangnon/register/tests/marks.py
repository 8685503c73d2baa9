"""Reading the marks that an act left."""

from datetime import date

from mangnon.indicators.models import DirtyMark
from mangnon.places.models import Place


def marked(dataset: str) -> dict[str, date]:
    """Return the place codes marked for a dataset, each with the day since when."""
    marks = DirtyMark.objects.filter(dataset=dataset)
    return dict(marks.values_list("place__code", "since"))


def forget() -> None:
    """Clear all marks, so that the next act's can be seen alone."""
    DirtyMark.objects.all().delete()


def only_at(*places: Place) -> frozenset[int]:
    return frozenset(place.pk for place in places)
