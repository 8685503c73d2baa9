"""Quick search: a child found by a name typed without accents, inside the reader's places.

What was typed never stands in an address: see ``showing.typed``.
"""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from mangnon.access.routes import DeskRequest, private
from mangnon.audit.actions import read
from mangnon.register.roster import roster
from mangnon.register.showing import typed
from mangnon.register.showing.rows import rows_of
from mangnon.register.showing.where import where
from mangnon.register.showing.words import counted
from mangnon.register.views.reading.rights import also, holds

MOST = 30


@private("register.list")
def page(request: DeskRequest) -> HttpResponse:
    """Take what was typed and lead to its results; or show them."""
    if request.method == "POST":
        text = " ".join(request.POST.get("q", "").split())
        token = {"t": typed.locked(text, request.user)} if text else {}
        query = urlencode(token)
        address = reverse("register:search")
        return HttpResponseRedirect(f"{address}?{query}" if query else address)
    token_sent = request.GET.get("t", "")
    text_opened = typed.opened(token_sent, request.user) if token_sent else ""
    context: dict[str, Any] = {"typed": text_opened or "", "too_old": text_opened is None}
    if text_opened:
        context |= _found(request, text_opened)
    return render(request, "register/search.html", context)


def _found(request: DeskRequest, text: str) -> dict[str, Any]:
    """Search, and leave the entry of whom the page shows before it is sent."""
    found = roster().search(text, scope=request.leave.places, limit=MOST)
    reads = also(request, "register.read").places
    rows = rows_of([hit.id for hit in found.hits], reads=reads)
    read(
        request.leave.warrant(),
        "register.search",
        subjects=[f"register.child:{row.uuid}" for row in rows],
        place_code=where(request.leave).key,
        data={"found": found.count.value},
    )
    return {
        "rows": rows,
        "count": counted(found.count),
        "some": found.count.more or found.count.value > len(rows),
        "shown": len(rows),
        "opens": bool(reads),
        "weighs": holds(request, "register.measure"),
        "asks": holds(request, "register.ask"),
    }
