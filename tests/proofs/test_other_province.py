"""Promise: nothing about one province is in the code.

An invented province, a folder of plain files, goes the whole way through the commands and the
pages: checked, applied, its merger carried out, its records counted, released and read.
"""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.core.management import call_command
from django.test import Client

from mangnon import clock
from mangnon.access.doors import demonstration_warrant
from mangnon.cli.figures import figures_group
from mangnon.cli.indicators import indicators_group
from mangnon.cli.packs import pack_group
from mangnon.cli.places import places_group
from mangnon.cli.scorecard import scorecard_command
from mangnon.register.actions import begin_circumstance
from mangnon.register.models import CircumstanceGroup
from tests.support.province import child_at, place

PACK = Path(__file__).parents[1] / "packs" / "nowhere"
OUTLINES = PACK.with_suffix(".geojson")
BEFORE, TODAY = date(2018, 12, 31), date(2021, 3, 1)
pytestmark = pytest.mark.django_db


def run(command, *words):
    done = CliRunner().invoke(command, [str(word) for word in words], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


@pytest.fixture(scope="module")
def nowhere(django_db_setup, django_db_blocker):
    """The province at work, once for all tests of this file; emptied afterwards."""
    with django_db_blocker.unblock():
        clock.pin(TODAY)
        build()
        yield
        clock.pin(None)
        call_command("flush", interactive=False, verbosity=0)


def build():
    """Forty children, eight of them in hardship, a merger, a release."""
    run(pack_group, "check", PACK)
    run(pack_group, "apply", PACK, "--by", "the council")
    group = CircumstanceGroup.objects.first()
    for number in range(40):
        where = place("abcde"[number % 5], BEFORE)
        child = child_at(where, date(2012, 5, 1 + number % 28))
        if number % 5 == 0:
            begin_circumstance(
                child, group=group, valid_from=date(2016, 1, 1), warrant=demonstration_warrant()
            )
    run(places_group, "succeed", "2020-01-01", "--by", "the council")
    run(indicators_group, "compute")
    run(figures_group, "release", "--by", "the council")


def test_the_commands_know_it(nowhere):
    rows = json.loads(run(scorecard_command, "--on", "31/12/2019", "--json"))
    promise = next(row for row in rows if row["code"] == "P1")
    assert promise["place"] == "NW@2000-01-01"
    assert (promise["numerator"], promise["denominator"]) == (8, 40)
    assert promise["status"] == "missed"


def test_the_pages_show_it(nowhere):
    page = Client().get("/en/").content.decode()
    assert "Nowhere" in page
    assert "Fewer children in hardship" in page
    assert "Hải Dương" not in page
    assert Client().get("/en/promise/P1/NW@2000-01-01/").status_code == 200
    assert Client().get("/dia-ban/a@2020-01-01/").status_code == 200


def test_its_figures_lie_on_the_map_of_today(nowhere):
    words = ["--place", "a", "--map", TODAY.isoformat(), "--on", BEFORE.isoformat(), "--json"]
    rows = json.loads(run(scorecard_command, *words))
    promise = next(row for row in rows if row["code"] == "P1")
    assert promise["place"] == "a@2020-01-01"
    assert promise["denominator"] == pytest.approx(8 + 8 * 2 / 3)  # Alder whole, Birch by share


@pytest.fixture
def outlined(nowhere, db):
    """The same, with the outlines of its districts and communes before the merger."""
    words = ["boundaries", OUTLINES, "--on", BEFORE, "--source", "invented", "--by", "the council"]
    assert "7 nơi" in run(places_group, *words)


@pytest.mark.parametrize(("level", "units"), [("huyen", "NS"), ("xa", "abcde")])
def test_imported_outlines_are_the_map(outlined, level, units):
    page = Client().get(f"/loi-hua/P1/NW@2000-01-01/?ky=2018&cap={level}").content.decode()
    drawn = re.search(r'<svg class="chart map boundaries".*?</svg>', page, re.DOTALL)[0]
    for code in units:
        assert f'href="/loi-hua/P1/{code}@2000-01-01/"' in drawn
    assert drawn.count("<path ") == len(units)
    island = re.search(r"[eS]@2000-01-01/.*?<path d=\"([^\"]+)\"", drawn, re.DOTALL)[1]
    assert island.count("Z") == 2  # the mainland, and the island that belongs to it
    assert "Bản đồ giản lược" not in page


def test_a_map_without_all_its_outlines_stays_a_drawing(outlined):
    page = Client().get("/loi-hua/P1/NW@2000-01-01/?ky=2020&cap=xa").content.decode()
    assert "chart map boundaries" not in page
    assert '<svg class="chart map points"' in page
