"""Mangled workbooks all the way: whatever is written of one is written whole and comes back out."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings

from mangnon.audit.warrants import Warrant
from mangnon.imports import actions
from mangnon.imports.models import Import, State
from mangnon.imports.reading.tests.test_broken import mangled
from mangnon.imports.sheets import sheet_of
from mangnon.imports.tests.conftest import brought_again
from mangnon.places.models import Place
from mangnon.register.models import Child, DataKey, Residence
from mangnon.text.sentence import DomainError

CALM = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]


def lived(content: bytes, here: Place, warrant: Warrant) -> None:
    """Bring a workbook, accept what can be, take it back; nothing of it is ever half there."""
    try:
        one = actions.bring(sheet_of("children"), "x.xlsx", content, place=here, warrant=warrant)
        columns = {int(at): code for at, code in one.layout["columns"].items()}
        actions.choose_columns(one, columns, warrant=warrant)
    except DomainError as error:
        assert error.sentence.vi.endswith(".")
        assert not Child.objects.exists()
        return
    one = actions.work(brought_again(one), warrant=warrant)
    assert one.state in (State.JUDGED, State.FAILED)
    if one.state == State.FAILED:
        assert one.fault["vi"].endswith(".")
        return
    actions.accept(one, warrant=warrant)
    one = actions.work(brought_again(one), warrant=warrant)
    whole = [Child.objects.count(), Residence.objects.count(), DataKey.objects.count() - _keys()]
    assert (one.state, whole) == (State.ACCEPTED, [one.written] * 3)
    actions.take_back(one, warrant=warrant)
    one = actions.work(brought_again(one), warrant=warrant)
    assert (one.state, one.written, Residence.objects.count()) == (State.TAKEN, 0, 0)


def _keys() -> int:
    """Count the keys that are no child's: of words that are kept sealed."""
    return DataKey.objects.exclude(pk__in=Child.objects.values("uuid")).count()


def tried(content: bytes, here: Place, warrant: Warrant) -> None:
    with transaction.atomic():
        lived(content, here, warrant)
        transaction.set_rollback(True)
    assert not Import.objects.exists()


@settings(max_examples=15, deadline=None, suppress_health_check=CALM)
@given(content=mangled())
def test_a_mangled_workbook_is_never_half_written(an_son, warrant, content):
    tried(content, an_son, warrant)


@pytest.mark.long
@settings(max_examples=4_000, deadline=None, suppress_health_check=CALM)
@given(content=mangled())
def test_a_mangled_workbook_is_never_half_written_for_minutes(an_son, warrant, content):
    tried(content, an_son, warrant)
