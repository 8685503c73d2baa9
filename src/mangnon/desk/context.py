"""What every page of the private house needs in its frame."""

from django.contrib.messages import get_messages
from django.http import HttpRequest
from django.urls import reverse

from mangnon.access import grounds
from mangnon.access.menu import entrances, search_address
from mangnon.access.middleware import is_private
from mangnon.access.models import User


def frame(request: HttpRequest) -> dict[str, object]:
    """Return what the last page says, and the menu of whoever is signed in; else nothing."""
    user = getattr(request, "user", None)
    if not is_private(request):
        return {}
    if not isinstance(user, User):
        return {"messages": get_messages(request)}  # who has just left, or is about to sign in
    known = getattr(request, "grounds", None)
    known = grounds.of_person(user) if known is None else known
    here = request.path_info
    offered = entrances(known)
    # The weigh days lie below the children's address, and have an entrance of their own.
    nearest = max((url for _, url in offered if here.startswith(url)), key=len, default="")
    lines = [(title, url, url == nearest) for title, url in offered]
    home = reverse("desk")
    return {
        "desk_menu": lines,
        "desk_home": home,
        "at_home": here == home,
        "desk_leave": reverse("account_logout"),
        "desk_search": search_address(known),
        "alternate_url": "",
        "messages": get_messages(request),
    }
