"""How much may be sent: from one network, and in all. Held in memory, and no address is."""

import time
from collections import defaultdict, deque
from secrets import token_hex
from threading import Lock

from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from mangnon.access.adapters import network_of
from mangnon.portal.asking.errors import too_many

SECONDS = 600
OF_ONE, OF_ALL = 5, 60
_KEY = token_hex(32)  # of this process: nobody tells an address from what is held
_lock = Lock()
_sent: dict[str, deque[float]] = defaultdict(deque)


def demand_room(request: HttpRequest) -> None:
    """Count a form from where it comes; raises BadForm where too many came."""
    whose = salted_hmac(_KEY, network_of(request), algorithm="sha256").hexdigest()
    now = time.monotonic()
    with _lock:
        for name in [one for one, times in _sent.items() if _old(times, now)]:
            del _sent[name]
        mine, everybody = _sent[whose], _sent["all"]
        for times in (mine, everybody):
            while times and now - times[0] > SECONDS:
                times.popleft()
        if len(mine) >= OF_ONE or len(everybody) >= OF_ALL:
            raise too_many()
        mine.append(now)
        everybody.append(now)


def forget() -> None:
    """Begin to count anew."""
    with _lock:
        _sent.clear()


def _old(times: deque[float], now: float) -> bool:
    return bool(times) and now - times[-1] > SECONDS
