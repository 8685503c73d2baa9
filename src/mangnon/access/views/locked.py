"""The answer to too many wrong passwords."""

import math
import time

from axes.helpers import get_client_username, get_cool_off
from axes.models import AccessAttempt
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from mangnon.access.adapters import network_of

TOO_MANY = 429


def page(request: HttpRequest, credentials: dict[str, str] | None = None) -> HttpResponse:
    """Say for how many minutes the name is locked at this address."""
    return render(
        request, "access/locked.html", {"minutes": _left(request, credentials)}, status=TOO_MANY
    )


def _left(request: HttpRequest, credentials: dict[str, str] | None) -> int:
    """Return the minutes that are left, one at least."""
    cool_off = get_cool_off(request)
    attempts = AccessAttempt.objects.filter(
        username=get_client_username(request, credentials), ip_address=network_of(request)
    )
    times = attempts.values_list("attempt_time", flat=True)
    whole = cool_off.total_seconds() if cool_off else 0
    passed = time.time() - max(times).timestamp() if times else 0
    return max(1, math.ceil((whole - passed) / 60))
