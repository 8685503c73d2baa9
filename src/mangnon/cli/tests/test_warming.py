"""A process warmed up does not compile again; one that cannot be warmed up serves all the same."""

import logging
import threading
from datetime import date
from pathlib import Path

import pytest
from django.db import connection

from mangnon import clock
from mangnon.access.doors import system_warrant
from mangnon.cli import warming
from mangnon.growth import tables
from mangnon.indicators import engine
from mangnon.indicators.compile import compile_scan
from mangnon.indicators.models import Cell, DirtyMark
from mangnon.indicators.recount import rebuild
from mangnon.packs.actions import apply_pack
from mangnon.portal.warming import warm_pages
from mangnon.register.roster import Roster, live, replace
from mangnon.register.roster.reading import read_all
from mangnon.register.warming import warm_records, warm_roster

NOWHERE = Path(__file__).resolve().parents[4] / "tests" / "packs" / "nowhere"


@pytest.fixture
def nowhere(db):
    with clock.pinned(date(2021, 1, 1)):
        apply_pack(NOWHERE, warrant=system_warrant("test"))
        yield


def test_counting_then_finds_everything_compiled(nowhere):
    engine.close()
    compile_scan.cache_clear()
    tables.by_day.cache_clear()
    warm_records()
    compiled, read = compile_scan.cache_info().misses, tables.by_day.cache_info().currsize
    assert compiled and read
    assert not Cell.objects.exists()
    assert not DirtyMark.objects.exists()
    rebuild()
    assert compile_scan.cache_info().misses == compiled


@pytest.fixture
def read(transactional_db, monkeypatch):
    """Happens when this process has read a roster of its own, as a web process has one."""
    happened = threading.Event()

    def reading(words):
        rows = read_all(words)
        happened.set()
        return rows

    monkeypatch.setattr(live, "read_all", reading)
    own = Roster()
    before = replace(own)
    yield happened
    replace(before)
    own.close()


def test_the_roster_is_read_before_anybody_asks(read):
    warm_roster()
    assert read.wait(20)


def test_an_empty_house_is_served_all_the_same(read, monkeypatch, caplog):
    monkeypatch.setattr(connection, "close", lambda: None)  # the test's own, in this thread
    with caplog.at_level(logging.INFO, logger=warming.__name__):
        warming._warm()
    assert "not warmed up" in caplog.text
    assert read.wait(20)  # what comes after it is done all the same


def test_the_first_page_is_drawn(nowhere, monkeypatch):
    drawn = []
    monkeypatch.setattr(
        "mangnon.portal.views.home.page", lambda request: drawn.append(request.path)
    )
    warm_pages()
    assert drawn == ["/"]
