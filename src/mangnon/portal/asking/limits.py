"""How much may be sent: from one network, in all, by one form a day. Held in memory, and no
address is; a network is what ``network_of`` calls one, of IPv6 a /64."""

import time
from collections import defaultdict, deque
from secrets import token_hex
from threading import Lock

from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from mangnon.access.adapters import network_of
from mangnon.portal.asking.errors import too_many, too_many_today

SECONDS, DAY = 600, 86_400
OF_ONE, OF_ALL, OF_FORM, OF_ONE_A_DAY = 5, 60, 400, 40
_KEY = token_hex(32)  # of this process: nobody tells an address from what is held
_lock = Lock()
_sent: dict[tuple[str, int], deque[float]] = defaultdict(deque)  # by whom and within how long


def demand_room(request: HttpRequest) -> None:
    """Count a form from where it comes; raises BadForm where too many came."""
    whose = salted_hmac(_KEY, network_of(request), algorithm="sha256").hexdigest()
    form = request.resolver_match.url_name if request.resolver_match else None
    rooms = (
        ((whose, SECONDS), OF_ONE, too_many),
        ((whose, DAY), OF_ONE_A_DAY, too_many_today),
        (("all", SECONDS), OF_ALL, too_many),
        ((f"form {form}", DAY), OF_FORM, too_many_today),
    )
    with _lock:
        _tidy(time.monotonic())
        for key, most, refusal in rooms:
            if len(_sent.get(key, ())) >= most:
                raise refusal()
        for key, _most, _refusal in rooms:
            _sent[key].append(time.monotonic())


def forget() -> None:
    """Begin to count anew."""
    with _lock:
        _sent.clear()


def _tidy(now: float) -> None:
    """Let go of what came longer ago than it counts."""
    for key, times in list(_sent.items()):
        while times and now - times[0] > key[1]:
            times.popleft()
        if not times:
            del _sent[key]
