"""Filters that a person keeps under a name of her own."""

from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mangnon.access.errors import NotHere
from mangnon.access.routes import DeskRequest, private
from mangnon.register.actions.views import drop_view, keep_view
from mangnon.register.models import SavedView
from mangnon.register.showing.asked import ListForm
from mangnon.text.sentence import DomainError
from mangnon.text.sorting import sort_key
from mangnon.ui.templatetags.mangnon_ui import page_language


def kept_by(request: DeskRequest) -> list[tuple[str, str, UUID]]:
    """Return name, address and uuid of what the person keeps."""
    page = reverse("register:list")
    views = SavedView.objects.filter(user=request.user)
    kept = [(view.words, f"{page}?{urlencode(view.filters)}", view.uuid) for view in views]
    return sorted(kept, key=lambda one: sort_key(one[0]))


@private("register.list")
@require_POST
def keep(request: DeskRequest) -> HttpResponse:
    """Keep the filters of the list under a name, and lead back to the list."""
    sent = QueryDict(request.POST.get("filters", "")[:1000])
    filters = {name: str(sent[name])[:80] for name in ListForm.base_fields if sent.get(name)}
    try:
        keep_view(
            request.user, name=request.POST.get("name", ""), filters=filters,
            warrant=request.leave.warrant(),
        )  # fmt: skip
        messages.success(request, _("Đã lưu bộ lọc."))
    except DomainError as error:
        messages.error(request, error.sentence.in_language(page_language()))
    return HttpResponseRedirect(f"{reverse('register:list')}?{urlencode(filters)}")


@private("register.list")
@require_POST
def drop(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """Forget what the person kept; nobody else's is there."""
    view = SavedView.objects.filter(user=request.user, uuid=uuid).first()
    if view is None:
        raise NotHere
    drop_view(view, warrant=request.leave.warrant())
    messages.success(request, _("Đã bỏ bộ lọc."))
    return HttpResponseRedirect(reverse("register:list"))
