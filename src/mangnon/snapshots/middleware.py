"""Outermost: a public page without parameters is answered from its snapshot, made if need be."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from mangnon.snapshots.addresses import snapshot_path
from mangnon.snapshots.answers import answer
from mangnon.snapshots.drawing import draw
from mangnon.snapshots.keeping import demand_for_everybody

# A snapshot is drawn whole and plain; what a reader holds or unpacks is asked after.
_ASKED_AFTER = ("HTTP_ACCEPT_ENCODING", "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE")


class Snapshots:
    """Draws what has no snapshot, keeps it, and answers from what was kept."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        never = request.path_info.startswith(tuple(settings.SNAPSHOTS_NEVER))
        # An editor looks at a draft by its page's public address: that is no answer for anybody.
        if never or getattr(request, "is_dummy", False):
            return self._get_response(request)
        path = snapshot_path(request.META) if settings.SNAPSHOTS else None
        if path is None or request.method == "HEAD":
            response = self._get_response(request)
            demand_for_everybody(request.path_info, response)
            return response
        asked = {name: request.META.pop(name, "") for name in _ASKED_AFTER}
        request.META["QUERY_STRING"] = ""
        response = draw(path, request, self._get_response)
        kept = answer(path, {**asked, "REQUEST_METHOD": request.method})
        if kept is not None:
            return HttpResponse(kept.body, status=kept.status, headers=dict(kept.headers))
        if response.status_code == 200:  # a proxy would hold what may already be over
            response.headers["X-Accel-Expires"] = "0"
        return response
