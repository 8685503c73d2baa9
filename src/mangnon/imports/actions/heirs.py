"""A merger passes on the spreadsheets that were not written yet."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.imports.models import Import, State

_WAIT = (State.COLUMNS, State.JUDGING, State.JUDGED)


def pass_to_heirs(whole: Mapping[int, int], day: date, *, warrant: Warrant) -> int:
    """Move what waits at each old place to its heir; what was judged is judged again there."""
    warrant.demand("places.succeed")
    passed = 0
    with transaction.atomic():
        for old, heir in whole.items():
            waiting = Import.objects.filter(place=old, state__in=_WAIT)
            passed += waiting.update(place=heir)
        if passed:
            record(warrant, "imports.pass_to_heirs", subject=f"day:{day}", data={"passed": passed})
    return passed
