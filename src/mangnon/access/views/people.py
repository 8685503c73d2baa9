"""Who holds which role where, and the page of one person."""

from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from mangnon import clock
from mangnon.access import doors, factors
from mangnon.access.errors import NotHere
from mangnon.access.models import FactorReset, Holding, User
from mangnon.access.people import belongs_to, current_and_coming, lines, visible
from mangnon.access.routes import DeskRequest, private
from mangnon.text.folding import fold

_A_PAGE = 50


@private("people.see")
@require_GET
def listed(request: DeskRequest) -> HttpResponse:
    """List the people within reach; ``q`` finds by name without accents, or by sign-in name."""
    asked = fold(request.GET.get("q", ""))
    people = visible(request.leave).filter(is_active=True).order_by("username")
    if asked:
        names = people.values_list("pk", "actor__name", "username")
        fitting = [pk for pk, name, username in names if asked in fold(name) or asked in username]
        people = people.filter(pk__in=fitting)
    after = request.GET.get("sau", "")
    shown = lines(people.filter(username__gt=after)[: _A_PAGE + 1])
    words = {
        "people": shown[:_A_PAGE],
        "next": shown[_A_PAGE - 1].user.username if len(shown) > _A_PAGE else "",
        "q": request.GET.get("q", ""),
        "may_manage": doors.which(request.user, "people.manage"),
    }
    return render(request, "access/people.html", words)


def person_of(request: DeskRequest, uuid: UUID) -> User:
    """Return a person whom the one who asks may see; else nothing is there."""
    found = visible(request.leave).filter(uuid=uuid).first()
    if found is None:
        raise NotHere
    return found


def _past(user: User) -> QuerySet[Holding]:
    """Return the roles that are over, and those that were never confirmed."""
    over = Q(valid_to__lte=clock.today()) | Q(state=Holding.State.DROPPED)
    return user.holdings.filter(over).select_related("place").order_by("valid_from", "pk")


@private("people.see")
@require_GET
def person(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """Show one person's roles, and what may be done about her account."""
    user = person_of(request, uuid)
    places = belongs_to(user)
    waiting = FactorReset.objects.filter(
        user=user, confirmed_at__isnull=True, expires_at__gt=clock.now()
    )
    words = {
        "person": user,
        "open": current_and_coming(user).select_related("place"),
        "past": _past(user),
        "has_factor": factors.has_one(user),
        "waiting": waiting.select_related("asked_by").first(),
        "may_manage": doors.may(request.user, "people.manage", places),
        "may_reset": doors.may(request.user, "people.reset", places),
        "herself": user == request.user,
    }
    return render(request, "access/person.html", words)
