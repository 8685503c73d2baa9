"""What a place was and what became of it: names, parents, forebears and heirs, in words."""

from datetime import date

from django.utils.translation import gettext as _

from mangnon.places.models import Belonging, Naming, Place, Succession
from mangnon.portal.addresses import address
from mangnon.portal.editions import Edition
from mangnon.portal.voices import Voice
from mangnon.text.numbers import format_number
from mangnon.ui.parts import Cell, Column, Table


def spell(voice: Voice, start: date | None, end: date | None) -> str:
    """Say from when to when; an open end is left out."""
    said = [
        _("từ %(day)s") % {"day": voice.written(start)} if start else "",
        _("đến trước %(day)s") % {"day": voice.written(end)} if end else "",
    ]
    return " ".join(one for one in said if one)


def life(edition: Edition, place_id: int) -> list[tuple[str, str]]:
    """Return the place's names and parents with their days."""
    names = Naming.objects.filter(place_id=place_id).order_by("valid_from")
    parents = Belonging.objects.filter(child_id=place_id).select_related("parent")
    named = [(_("Tên"), f"{edition.name(one)} {_span(edition, one)}") for one in names]
    under = [
        (_("Thuộc"), f"{edition.name(one.parent)} {_span(edition, one)}")
        for one in parents.order_by("valid_from")
    ]
    return [*named, *under]


def _span(edition: Edition, spelled: Naming | Belonging) -> str:
    return spell(edition, spelled.valid_from, spelled.valid_to)


def forebears(edition: Edition, place_id: int) -> Table | None:
    """Return the places it came from, with the share of each; None where it came from none."""
    found = Succession.objects.filter(target_id=place_id).select_related("source")
    rows = [_row(edition, one.source, one) for one in found.order_by("source__sort_key")]
    return _table(edition, "forebears", _("Gồm các nơi trước đây"), _("Phần nhập vào"), rows)


def heirs(edition: Edition, place_id: int) -> Table | None:
    """Return the places it passed to, with its share in each; None where it lives on."""
    found = Succession.objects.filter(source_id=place_id).select_related("target")
    rows = [_row(edition, one.target, one) for one in found.order_by("target__sort_key")]
    return _table(edition, "heirs", _("Nay thuộc các nơi"), _("Phần chuyển sang"), rows)


def _row(edition: Edition, other: Place, one: Succession) -> list[Cell]:
    share = format_number(one.share * 100, 0 if one.share == 1 else 1, edition.language)
    return [
        Cell(edition.name(other), address("place", edition.language, key=other.key)),
        Cell(f"{share}%", markers=("estimated",) if one.estimated else ()),
        Cell(edition.written(one.date)),
        Cell(edition.of(one, "basis")),
    ]


def _table(
    edition: Edition, key: str, caption: str, share: str, rows: list[list[Cell]]
) -> Table | None:
    columns = [
        Column(_("Nơi")),
        Column(share, numeric=True),
        Column(_("Ngày")),
        Column(_("Căn cứ")),
    ]
    return Table(key, caption, columns, rows) if rows else None
