"""Promise: an import that is killed anywhere is neither half in nor lost; it goes on by itself.

A process of its own judges, writes or takes back six rows in chunks of two, and kills itself
(SIGKILL) before one of the statements that it sends to the database: before each of them in the
long run, before some here. Then what stands is held against what was acknowledged, and the work
is gone on with.
"""

import os
import signal
import struct
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.db import connection, connections

from mangnon import clock
from mangnon.access.doors import demonstration_warrant
from mangnon.audit.models import Entry
from mangnon.imports import actions, keeping_on, staging
from mangnon.imports.actions import working
from mangnon.imports.models import Chunk, Import, State
from mangnon.imports.sheets import sheet_of
from mangnon.places import generation
from mangnon.places.models import Kind, Place
from mangnon.register import identity
from mangnon.register.models import Child, DataKey, Residence
from mangnon.register.queries import astray
from mangnon.vault import Sealer

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = ("An", "Bình", "Chi", "Dung", "Giang", "Hà")
STEPS = ("judge", "accept", "take_back")
QUICK = 9  # statements between two kills where not every one is tried


@pytest.fixture
def commune(settings, tmp_path, monkeypatch) -> Iterator[Place]:
    settings.ATTACHMENTS_ROOT = tmp_path / "attachments"
    monkeypatch.setattr(working, "CHUNK", 2)
    monkeypatch.setattr(working, "recount", lambda scope: None)  # counting is another promise
    with clock.pinned(date(2024, 6, 15)):
        here = Place.objects.create(
            code="101", kind=Kind.COMMUNE, style="xa", name_vi="Xã An Sơn", name_en="An Son",
            sort_key="an", valid_from=date(2012, 1, 1),
        )  # fmt: skip
        generation.bump()
        yield here


def brought(here: Place, turn: int, until: str) -> Import:
    """Bring six children nobody knows, and go on until the step that is to be killed."""
    warrant = demonstration_warrant()
    given = "".join(chr(97 + int(digit)) for digit in f"{turn:04}").title()
    rows = "".join(f"Lê {given} {word};{turn % 28 + 1}/3/2019;Nữ\n" for word in WORDS)
    content = f"Họ và tên;Ngày sinh;Giới tính\n{rows}".encode()
    one = actions.bring(sheet_of("children"), "tre.csv", content, place=here, warrant=warrant)
    columns = {int(at): code for at, code in one.layout["columns"].items()}
    actions.choose_columns(one, columns, warrant=warrant)
    for step, ask in (("accept", actions.accept), ("take_back", actions.take_back)):
        if until == "judge":
            break
        one = actions.work(read(one), warrant=warrant)
        one = ask(one, warrant=warrant)
        if until == step:
            break
    return read(one)


def read(one: Import) -> Import:
    return Import.objects.select_related("place").get(pk=one.pk)


def killed(one: Import, at: int) -> int:
    """Work in another process that dies before its statement ``at``; returns how many it sent."""
    connections.close_all()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _live(one, at, writing)
    os.close(writing)
    sent = os.read(reading, 4)
    os.close(reading)
    _, how = os.waitpid(child, 0)
    assert os.WIFSIGNALED(how) or os.WEXITSTATUS(how) == 0
    return struct.unpack("i", sent)[0] if sent else -1


def _live(one: Import, at: int, told: int) -> None:
    """Be the process that is killed."""
    sent = 0

    def counting(execute: Callable, *words: object) -> object:
        nonlocal sent
        if sent == at:
            os.kill(os.getpid(), signal.SIGKILL)
        sent += 1
        return execute(*words)

    try:
        with connection.execute_wrapper(counting):
            actions.work(read(one), warrant=demonstration_warrant())
        os.write(told, struct.pack("i", sent))
        connections.close_all()
        os._exit(0)
    finally:
        os._exit(1)


def whole(one: Import, before: int) -> None:
    """Demand that what stands is what was acknowledged, and no row of it half."""
    one = read(one)
    here = Child.objects.filter(home__isnull=False).select_related("data_key")
    chunks = list(one.chunks.all())
    sealer = Sealer(staging.key_of(one))
    for chunk in chunks:
        chunk.brought = one
    told = [chunk for chunk in chunks if chunk.state == Chunk.State.WRITTEN]
    assert here.count() - before == one.written
    assert one.written == sum(len(staging.written_of(chunk, sealer)) for chunk in told)
    assert one.done == sum(len(staging.rows_of(chunk, sealer)) for chunk in chunks)
    assert all(identity.open_name(child) for child in here)
    assert Residence.objects.count() == here.count() == DataKey.objects.count()
    assert list(astray()) == []


def lived_through(here: Place, step: str, turn: int, at: int) -> int:
    """Kill one import before a statement, look, go on with it, look again."""
    before = Child.objects.filter(home__isnull=False).count()
    one = brought(here, turn, step)
    sent = killed(one, at)
    whole(one, before)
    asked = Entry.objects.filter(act="imports.write", subject=one.subject).count()
    assert asked == one.chunks.exclude(state=Chunk.State.STAGED).count()
    one = actions.work(read(one), warrant=demonstration_warrant())
    ends = {"judge": State.JUDGED, "accept": State.ACCEPTED, "take_back": State.TAKEN}
    assert (one.state, one.written) == (ends[step], 6 if step == "accept" else 0)
    assert one.done == 6
    whole(one, before)
    return sent


def tried(here: Place, step: str, every: int) -> None:
    sent = lived_through(here, step, 0, -1)
    assert sent > 20
    for turn, at in enumerate(range(0, sent, every), start=1):
        ended = lived_through(here, step, turn, at) != -1
        assert not ended or at > sent - 6, at  # the first one also met its actor


@pytest.mark.parametrize("step", STEPS)
def test_killed_here_and_there_nothing_is_half_in_and_nothing_lost(commune, step):
    tried(commune, step, QUICK)


@pytest.mark.long
@pytest.mark.parametrize("step", STEPS)
def test_killed_before_every_statement_nothing_is_half_in_and_nothing_lost(commune, step):
    tried(commune, step, 1)


def test_the_process_beside_the_site_goes_on_with_what_was_killed(commune, monkeypatch):
    one = brought(commune, 1, "accept")
    assert killed(one, 60) == -1
    monkeypatch.setattr(keeping_on, "warrant_of", lambda one: demonstration_warrant())
    assert keeping_on.work_waiting() == 1
    assert (read(one).state, read(one).written) == (State.ACCEPTED, 6)
