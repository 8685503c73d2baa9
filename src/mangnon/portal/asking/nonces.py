"""The mark of a public form: signed, for one address, for two hours, good once."""

from uuid import UUID, uuid4

from django.core import signing
from django.http import HttpRequest

from mangnon.portal.asking.errors import too_old

FIELD = "once"
SECONDS = 2 * 3600
_SALT = "mangnon.portal.asking"


def fresh_nonce(request: HttpRequest) -> str:
    """Return a new mark for the page that is asked for."""
    return signing.dumps(str(uuid4()), salt=f"{_SALT}:{request.path_info}")


def sender_of(request: HttpRequest) -> UUID:
    """Return the key of the form that is sent; raises BadForm."""
    said = request.POST.get(FIELD, "")
    try:
        key = signing.loads(said, salt=f"{_SALT}:{request.path_info}", max_age=SECONDS)
        return UUID(key)
    except (signing.BadSignature, ValueError):
        raise too_old() from None
