"""My account, and what I may do and where."""

from typing import NamedTuple

from allauth.socialaccount.models import SocialAccount
from django.http import HttpResponse
from django.shortcuts import render

from mangnon.access import unconfirmed
from mangnon.access.grounds import Ground
from mangnon.access.models import Holding, Loan
from mangnon.access.rights import OWN, RIGHTS
from mangnon.access.routes import DeskRequest, private
from mangnon.access.wording import place_name, right_words, role_title
from mangnon.clock import ZONE


class May(NamedTuple):
    """One right with its plain sentence, and each ground it rests on."""

    words: str
    basis: str
    asks_reason: bool
    grounds: list["Basis"]


class Basis(NamedTuple):
    """By what, where, until when."""

    by: str
    place: str
    until: str
    loan: Loan | None


@private(OWN)
def account(request: DeskRequest) -> HttpResponse:
    """Lead to password, second factor, sessions, rights, language, and out of the directory."""
    joined = SocialAccount.objects.filter(user=request.user).exists()
    return render(request, "access/account.html", {"joined": joined})


@private(OWN)
def rights(request: DeskRequest) -> HttpResponse:
    """Say of each right that the person has: what it means, on what it rests, where, until when."""
    found = []
    for right in RIGHTS:
        fitting = [_basis(one) for one in request.grounds if right.act in one.acts]
        if fitting:
            sentence = right_words(right.act)
            found.append(May(sentence, right.basis, right.asks_reason, fitting))
    loans = [one.source for one in request.grounds if isinstance(one.source, Loan)]
    may_borrow = any("access.borrow" in one.acts for one in request.grounds)
    words = {"rights": found, "loans": loans, "may_borrow": may_borrow}
    words["unconfirmed"] = unconfirmed.of_person(request.user)
    return render(request, "access/rights.html", words)


def _basis(ground: Ground) -> Basis:
    source = ground.source
    place = place_name(source.place)
    if isinstance(source, Holding):
        until = f"{source.valid_to:%d/%m/%Y}" if source.valid_to else ""
        return Basis(role_title(source.role), place, until, None)
    return Basis("", place, f"{source.ends_at.astimezone(ZONE):%H:%M %d/%m/%Y}", source)
