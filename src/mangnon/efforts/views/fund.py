"""Who takes part, what they pledged and gave; the Fund, and publishing its accounts."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet, Sum
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mangnon import clock
from mangnon.access.errors import NotHere
from mangnon.access.routes import DeskRequest, private
from mangnon.access.scope import lies_within
from mangnon.access.wording import place_name
from mangnon.efforts import actions
from mangnon.efforts.forms.fund import (
    GiftForm,
    GrantForm,
    PartnerForm,
    PledgeForm,
    PublishForm,
)
from mangnon.efforts.models import Account, Gift, Grant, Partner, Pledge
from mangnon.efforts.money import dong
from mangnon.efforts.views.common import (
    FUND,
    MOST,
    PUBLISH,
    OnThing,
    Writing,
    covers,
    crumbs,
    frame,
    simulated,
    table,
    way,
)
from mangnon.places.tree import Tree
from mangnon.ui.forms import Form
from mangnon.ui.paging import turned
from mangnon.ui.parts import Cell, Link, Section
from mangnon.ui.templatetags.mangnon_ui import day


@private("efforts.see")
def partners(request: DeskRequest) -> HttpResponse:
    """Show who takes part within reach: pledged and given."""
    turn = turned(request, _partners(request), "trang")
    pledged = dict(Pledge.objects.order_by().values_list("partner").annotate(Sum("amount")))
    given = dict(Gift.objects.order_by().values_list("partner").annotate(Sum("amount")))
    rows = [
        [
            Cell(each.name, reverse("efforts:partner", args=[each.uuid])),
            Cell(str(each.get_kind_display())),
            Cell(place_name(each.place)),
            Cell(each.shown_as or _("không nêu tên")),
            Cell(dong(pledged.get(each.pk, 0))),
            Cell(dong(given.get(each.pk, 0))),
            Cell(simulated(each)),
        ]
        for each in turn.rows
    ]
    titles = [_("Người đóng góp"), _("Loại"), _("Địa bàn"), _("Tên công khai")]
    titles += [_("Cam kết, đồng"), _("Đã góp, đồng"), _("Ghi chú")]
    listed = table("partners", _("Tổ chức, doanh nghiệp, cá nhân đóng góp"), titles, rows, 2)
    context = {
        **frame("partners"),
        "title": _("Người đóng góp"),
        "ways": way(request, _("Ghi một người đóng góp"), "add_partner"),
        "parts": [
            Section(
                table=listed, turn=turn, words="" if listed else _("Chưa có người đóng góp nào.")
            )
        ],
    }
    return render(request, "ui/sections.html", context)


@private("efforts.see")
def partner(request: DeskRequest, uuid: Any) -> HttpResponse:
    """Show one partner: each pledge with what was given on it."""
    found = _partners(request).filter(uuid=uuid).first()
    if found is None:
        raise NotHere
    gifts = found.gifts.filter(lies_within(request.leave.places, "place"))
    gifts = gifts.select_related("place", "partner")
    ways = [Link(_("Ghi một cam kết"), reverse("efforts:pledge", args=[found.uuid]))]
    context = {
        **frame("partners"),
        "title": found.name,
        "simulated": found.simulated,
        "crumbs": crumbs("partners", _("Người đóng góp"), found.name),
        "ways": ways if covers(request, found.place_id) else [],
        "facts": [
            (_("Loại"), str(found.get_kind_display())),
            (_("Địa bàn"), place_name(found.place)),
            (_("Tên công khai"), found.shown_as or _("không nêu tên")),
        ],
        "parts": [_pledges(found), _gifts(request, gifts)],
    }
    return render(request, "ui/sections.html", context)


@private("efforts.see")
def fund(request: DeskRequest) -> HttpResponse:
    """Show what the Fund received and gave within reach, and what was published."""
    reached = lies_within(request.leave.places, "place")
    gifts = Gift.objects.filter(reached).select_related("place", "partner")
    grants = Grant.objects.filter(reached).select_related("place")
    received = gifts.order_by().aggregate(sum=Sum("amount"))["sum"] or 0
    given = grants.order_by().aggregate(sum=Sum("amount"))["sum"] or 0
    ways = way(request, _("Ghi khoản thu"), "receive", FUND)
    ways += way(request, _("Ghi khoản chi"), "give", FUND)
    if covers(request, Tree.on(clock.today()).root, PUBLISH):
        ways += way(request, _("Công khai một năm"), "publish", PUBLISH)
    context = {
        **frame("fund"),
        "title": _("Quỹ Bảo trợ trẻ em"),
        "lead": _(
            "Chỉ ghi số trẻ em được hưởng, không ghi tên. Trang công khai không nêu nhóm dưới "
            "5 trẻ em."
        ),
        "ways": ways,
        "facts": [
            (_("Đã nhận"), _("%(amount)s đồng") % {"amount": dong(received)}),
            (_("Đã chi"), _("%(amount)s đồng") % {"amount": dong(given)}),
            (_("Còn lại"), _("%(amount)s đồng") % {"amount": dong(received - given)}),
        ],
        "parts": [_gifts(request, gifts), _grants(request, grants), _published()],
    }  # fmt: skip
    return render(request, "ui/sections.html", context)


def _partners(request: DeskRequest) -> QuerySet[Partner]:
    reached = lies_within(request.leave.places, "place")
    return Partner.objects.filter(reached).select_related("place")


def _pledges(one: Partner) -> Section:
    rows = [
        [
            Cell(each.what),
            Cell(day(each.pledged_on)),
            Cell(day(each.due_on)),
            Cell(dong(each.amount)),
            Cell(dong(each.kept or 0)),
            Cell(simulated(each)),
        ]
        for each in one.pledges.annotate(kept=Sum("gifts__amount")).order_by("-pledged_on", "pk")
    ]
    titles = [_("Cam kết"), _("Ngày"), _("Trước ngày"), _("Giá trị, đồng"), _("Đã góp, đồng")]
    listed = table("pledges", _("Cam kết"), [*titles, _("Ghi chú")], rows, 2)
    return Section(table=listed, words="" if listed else _("Chưa có cam kết nào."))


def _gifts(request: DeskRequest, found: Any) -> Section:
    turn = turned(request, found, "thu")
    rows = [
        [
            Cell(day(each.received_on)),
            Cell(place_name(each.place)),
            Cell(each.partner.name),
            Cell(str(each.get_kind_display())),
            Cell(dong(each.amount)),
            Cell(each.note or simulated(each)),
        ]
        for each in turn.rows
    ]
    titles = [_("Ngày"), _("Quỹ của"), _("Người đóng góp"), _("Loại"), _("Số tiền, đồng")]
    listed = table("gifts", _("Khoản thu"), [*titles, _("Ghi chú")], rows, 1)
    return Section(table=listed, turn=turn, words="" if listed else _("Chưa có khoản thu nào."))


def _grants(request: DeskRequest, found: Any) -> Section:
    turn = turned(request, found, "chi")
    rows = [
        [
            Cell(day(each.given_on)),
            Cell(place_name(each.place)),
            Cell(str(each.get_purpose_display())),
            Cell(dong(each.amount)),
            Cell(str(each.children or _("không thống kê"))),
            Cell(each.note or simulated(each)),
        ]
        for each in turn.rows
    ]
    titles = [_("Ngày"), _("Quỹ của"), _("Mục đích"), _("Số tiền, đồng"), _("Số trẻ em")]
    listed = table("grants", _("Khoản chi"), [*titles, _("Ghi chú")], rows, 2)
    return Section(table=listed, turn=turn, words="" if listed else _("Chưa có khoản chi nào."))


def _published() -> Section:
    rows = [
        [
            Cell(str(each.year)),
            Cell(str(each.number)),
            Cell(day(each.day)),
            Cell(each.by.name),
            Cell(dong(each.received)),
            Cell(dong(each.given)),
            Cell(simulated(each)),
        ]
        for each in Account.objects.select_related("by")[:MOST]
    ]
    titles = [
        _("Năm"),
        _("Bản số"),
        _("Ngày"),
        _("Người công khai"),
        _("Thu, đồng"),
        _("Chi, đồng"),
    ]
    listed = table("accounts", _("Đã công khai"), [*titles, _("Ghi chú")], rows, 2)
    return Section(table=listed, words="" if listed else _("Chưa công khai năm nào."))


class AddPartner(Writing):
    """Write down who takes part."""

    form_class = PartnerForm
    title = gettext_lazy("Ghi một người đóng góp")
    page = "partners"

    def act(self, form: Form) -> str:
        made = actions.add_partner(**form.cleaned_data, warrant=self.request.leave.warrant())
        return reverse("efforts:partner", args=[made.uuid])


class Promise(OnThing):
    """Write down a pledge."""

    form_class = PledgeForm
    title = gettext_lazy("Ghi một cam kết")
    model = Partner
    page = "partner"

    def act(self, form: Form) -> str:
        actions.pledge(self.thing, **form.cleaned_data, warrant=self.request.leave.warrant())
        return self.back()


class Receive(Writing):
    """Write down what the Fund received."""

    form_class = GiftForm
    title = gettext_lazy("Ghi khoản thu của Quỹ")
    page = "fund"

    def act(self, form: Form) -> str:
        actions.receive(**form.cleaned_data, warrant=self.request.leave.warrant())
        return reverse("efforts:fund")


class Give(Writing):
    """Write down what the Fund gave."""

    form_class = GrantForm
    title = gettext_lazy("Ghi khoản chi của Quỹ")
    page = "fund"

    def act(self, form: Form) -> str:
        actions.give(**form.cleaned_data, warrant=self.request.leave.warrant())
        return reverse("efforts:fund")


class Publish(Writing):
    """Publish the accounts of a year."""

    form_class = PublishForm
    title = gettext_lazy("Công khai thu, chi của Quỹ")
    lead = gettext_lazy(
        "Bản công khai được đánh số, ghi tên người công khai và không sửa được nữa."
    )
    button = gettext_lazy("Công khai")
    checks = True
    page = "fund"

    def form_words(self) -> dict[str, Any]:
        return {}

    def act(self, form: Form) -> str:
        warrant = self.request.leave.warrant()
        actions.publish_accounts(form.cleaned_data["year"], warrant=warrant)
        messages.success(self.request, str(_("Đã công khai.")))
        return reverse("efforts:fund")
