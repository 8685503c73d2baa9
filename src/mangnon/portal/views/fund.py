"""The Child Protection Fund's accounts, year by year, as they were published."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from mangnon.efforts import public
from mangnon.pages.models import SectionPage
from mangnon.pages.tree import tree_for
from mangnon.portal.voices import Voice, page_voice
from mangnon.text.numbers import format_number
from mangnon.ui.parts import Cell, Column, Table


def page(request: HttpRequest) -> HttpResponse:
    """Show what the Fund received, from whom as they agreed to be named, and what it gave."""
    voice = page_voice()
    found = public.years()
    context = {
        "title": _("Quỹ Bảo trợ trẻ em: thu, chi công khai"),
        "crumbs": _crumbs(request, voice),
        "simulated": any(one.account.simulated for one in found),
        "fewest": public.FEWEST,
        "years": [
            {
                "year": one.account.year,
                "facts": _facts(voice, one),
                "received": _received(voice, one),
                "given": _given(voice, one),
            }
            for one in found
        ],
    }
    return render(request, "portal/fund.html", context)


def _crumbs(request: HttpRequest, voice: Voice) -> list[tuple[str, str | None]]:
    here = (_("Quỹ Bảo trợ trẻ em"), None)
    tree = tree_for(request, voice.language)
    section = tree.section(SectionPage.Kind.ECONOMY) if tree else None
    if tree is None or section is None:
        return [here]
    *above, (title, _here) = tree.crumbs(section)
    return [*above, (title, tree.address(section)), here]


def _dong(voice: Voice, amount: int) -> str:
    return format_number(amount, 0, voice.language)


def _facts(voice: Voice, one: public.Year) -> list[tuple[str, str]]:
    account = one.account
    left = account.brought + account.received - account.given
    money = (
        (_("Năm trước chuyển sang"), account.brought),
        (_("Thu trong năm"), account.received),
        (_("Chi trong năm"), account.given),
        (_("Còn lại cuối năm"), left),
    )
    facts = [
        (label, _("%(amount)s đồng") % {"amount": _dong(voice, amount)}) for label, amount in money
    ]
    said = {
        "number": account.number,
        "day": voice.written(account.day),
        "name": account.by.name,
    }
    return [*facts, (_("Công khai"), _("bản số %(number)s, ngày %(day)s, %(name)s") % said)]


def _received(voice: Voice, one: public.Year) -> Table | None:
    rows = [
        [
            Cell(line.donor or _("Không nêu tên")),
            Cell(_kinds(public.KINDS, line.kinds)),
            Cell(_dong(voice, line.amount)),
        ]
        for line in one.received
    ]
    columns = [Column(_("Người đóng góp")), Column(_("Loại")), Column(_("Đồng"), numeric=True)]
    caption = _("Thu năm %(year)s") % {"year": one.account.year}
    note = _("Người đóng góp được nêu tên đúng như họ đồng ý; hiện vật tính theo giá trị.")
    return Table(f"in-{one.account.year}", caption, columns, rows, note) if rows else None


def _given(voice: Voice, one: public.Year) -> Table | None:
    withheld = _("không công bố")
    rows = [
        [
            Cell(_kinds(public.PURPOSES, line.kinds)),
            Cell(_dong(voice, line.amount)),
            Cell(withheld if line.children is None else _children(voice, line.children)),
        ]
        for line in one.given
    ]
    columns = [
        Column(_("Mục đích")),
        Column(_("Đồng"), numeric=True),
        Column(_("Trẻ em được hưởng"), numeric=True),
    ]
    caption = _("Chi năm %(year)s") % {"year": one.account.year}
    return Table(f"out-{one.account.year}", caption, columns, rows) if rows else None


def _children(voice: Voice, number: int) -> str:
    """Write for how many children; of what is given to no child by itself none is counted."""
    return _dong(voice, number) if number else _("không thống kê")


def _kinds(labels: type[public.Labels], codes: list[str]) -> str:
    """Write the purposes of a line; those that were told together stand side by side."""
    return "; ".join(str(labels(code).label) for code in codes)
