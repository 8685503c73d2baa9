"""Publishing the Fund's accounts of a year: frozen, numbered, by a named person."""

from collections import defaultdict
from datetime import date

from django.conf import settings
from django.db import transaction
from django.db.models import Max, Sum

from mangnon import clock
from mangnon.access.doors import is_simulated
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.efforts import errors
from mangnon.efforts.disclosure import Group, corrected, grouped
from mangnon.efforts.models import Account, AccountLine, Gift, Grant
from mangnon.places.tree import Tree

PUBLISH = "efforts.publish"
_RECEIVED, _GIVEN = AccountLine.Side.RECEIVED, AccountLine.Side.GIVEN


def publish_accounts(year: int, *, warrant: Warrant) -> Account:
    """Publish what the Fund received and gave in a year that is over; for the whole area."""
    _must_be_for_the_whole(warrant)
    today = clock.today()
    if year >= today.year:
        raise errors.year_not_over(year)
    gifts, grants = _received(year), _given(year)
    if not gifts and not grants:
        raise errors.nothing_in(year)
    with transaction.atomic():
        earlier = Account.objects.select_for_update().filter(year=year).order_by("-number").first()
        apart = settings.RELEASE_DAYS_APART
        if earlier is not None and (today - earlier.day).days < apart:
            raise errors.published_lately(year, earlier.day, apart)
        made = Account.objects.create(
            number=(Account.objects.aggregate(last=Max("number"))["last"] or 0) + 1,
            year=year, day=today, by=warrant.actor, simulated=is_simulated(warrant),
            brought=_brought(year), received=sum(gifts.values()),
            given=sum(amount for amount, _children in grants.values()),
        )  # fmt: skip
        AccountLine.objects.bulk_create([*_gift_lines(made, gifts), *_lines(made, grants, earlier)])
        data = {"number": made.number, "year": year}
        record(warrant, "efforts.publish_accounts", subject=f"year:{year}", data=data)
    return made


def _must_be_for_the_whole(warrant: Warrant) -> None:
    warrant.demand(PUBLISH)
    root = Tree.on(clock.today()).root
    if warrant.place_ids is not None and root not in warrant.place_ids:
        raise errors.not_for_the_whole()
    warrant.demand(PUBLISH, [root])


def _received(year: int) -> dict[tuple[str, str], int]:
    """Return {(kind, donor as agreed): amount}; who is not to be named is one line a kind."""
    found: dict[tuple[str, str], int] = defaultdict(int)
    rows = Gift.objects.filter(received_on__year=year).values_list(
        "kind", "partner__shown_as", "amount"
    )
    for kind, donor, amount in rows:
        found[kind, donor] += amount
    return found


def _given(year: int) -> dict[str, tuple[int, int]]:
    rows = Grant.objects.filter(given_on__year=year).order_by()
    sums = rows.values_list("purpose").annotate(Sum("amount"), Sum("children"))
    return {purpose: (amount, children) for purpose, amount, children in sums}


def _brought(year: int) -> int:
    first = date(year, 1, 1)
    received = Gift.objects.filter(received_on__lt=first).aggregate(sum=Sum("amount"))["sum"] or 0
    given = Grant.objects.filter(given_on__lt=first).aggregate(sum=Sum("amount"))["sum"] or 0
    return int(received - given)


def _gift_lines(account: Account, gifts: dict[tuple[str, str], int]) -> list[AccountLine]:
    """Name the donors, the largest first; the unnamed of each kind come last."""
    order = sorted(gifts.items(), key=lambda one: (not one[0][1], -one[1], one[0]))
    return [
        AccountLine(account=account, side=_RECEIVED, kinds=[kind], donor=donor, amount=amount)
        for (kind, donor), amount in order
    ]


def _lines(
    account: Account, grants: dict[str, tuple[int, int]], earlier: Account | None
) -> list[AccountLine]:
    groups = grouped(grants)
    if earlier is not None:
        groups = corrected(groups, _told(earlier))
    return [_line(account, one) for one in groups]


def _line(account: Account, group: Group) -> AccountLine:
    return AccountLine(
        account=account, side=_GIVEN, kinds=list(group.purposes), amount=group.amount,
        children=group.children,
    )  # fmt: skip


def _told(account: Account) -> dict[tuple[str, ...], int | None]:
    return {tuple(one.kinds): one.children for one in account.lines.filter(side=_GIVEN)}
