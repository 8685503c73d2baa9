"""What public pages may ask: the Fund's accounts as they were published."""

from dataclasses import dataclass

from django.db.models import TextChoices

from mangnon.efforts.disclosure import FEWEST as FEWEST
from mangnon.efforts.models import Account, AccountLine, Gift, Grant

Labels = TextChoices
KINDS, PURPOSES = Gift.Kind, Grant.Purpose
RECEIVED, GIVEN = AccountLine.Side.RECEIVED, AccountLine.Side.GIVEN


@dataclass(frozen=True, slots=True)
class Year:
    """The accounts of a year that hold, with their lines."""

    account: Account
    received: list[AccountLine]
    given: list[AccountLine]


def years() -> list[Year]:
    """Return the newest accounts of every year, the latest year first; two queries."""
    newest: dict[int, Account] = {}
    for one in Account.objects.select_related("by").prefetch_related("lines"):
        newest.setdefault(one.year, one)
    return [_year(one) for one in newest.values()]


def _year(account: Account) -> Year:
    lines = list(account.lines.all())
    sides = ([one for one in lines if one.side == side] for side in (RECEIVED, GIVEN))
    return Year(account, *sides)
