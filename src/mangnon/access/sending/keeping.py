"""A form sent after the session ended: what was typed is kept, and the way back leads to it."""

from urllib.parse import urlencode

from django.http import HttpRequest

from mangnon.access.actions.sendings import keep_typed
from mangnon.access.errors import StaleForm
from mangnon.access.models import User
from mangnon.access.sending import tokens

# More than this is no form that somebody typed.
MOST_CHARACTERS = 200_000


def way_back(request: HttpRequest) -> str:
    """Return the address to come back to after signing in, with what was typed kept for it."""
    if request.method != "POST":
        return request.get_full_path()
    try:
        token = tokens.read(request.POST.get(tokens.FIELD, ""))
    except StaleForm:
        return request.path
    user = User.objects.filter(uuid=token.user_uuid, is_active=True).first()
    fields = {
        name: values
        for name, values in request.POST.lists()
        if name not in ("csrfmiddlewaretoken", tokens.FIELD)
    }
    size = sum(len(value) for values in fields.values() for value in values)
    if user is None or token.address != request.path or size > MOST_CHARACTERS:
        return request.path
    keep_typed(token.key, user, fields)
    return f"{request.path}?{urlencode({'typed': token.key})}"
