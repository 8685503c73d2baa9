"""Whatever a person types wrong ends in a sentence and exit code 2, never in a traceback."""

import socket
from datetime import date

import pytest
from django.core.management import call_command
from django.db import connection

from mangnon import clock
from mangnon.audit import triggers
from mangnon.cli import COMMANDS
from mangnon.cli.serve import demand_free
from mangnon.places import generation
from mangnon.places.models import Place


@pytest.fixture
def area(db):
    place = Place.objects.create(
        code="A", valid_from=date(2012, 1, 1), kind="programme_area", style="area",
        name_vi="Vùng A", name_en="Area A", sort_key="a",
    )  # fmt: skip
    generation.bump()
    return place


def test_bare_help_says_what_each_command_is_for(run):
    code, said = run("--help")
    assert code == 0
    assert all(name in said for name in COMMANDS)


def test_an_unknown_place_is_named(run, area):
    code, said = run("scorecard", "--place", "99999")
    assert code == 2
    assert "99999" in said
    assert "Traceback" not in said


def test_a_day_to_come_is_refused(run, area):
    with clock.pinned(date(2021, 1, 1)):
        code, said = run("scorecard", "--on", "2030-01-01")
    assert code == 2
    assert "01/01/2030" in said


def test_a_day_that_is_none_is_refused(run, area):
    code, said = run("scorecard", "--on", "31/02/2020")
    assert code == 2
    assert "31/02/2020" in said


def test_an_unknown_release_is_named(run, area):
    code, said = run("scorecard", "--release", "7")
    assert code == 2
    assert "7" in said


def test_an_empty_province_says_how_to_fill_it(run, db):
    generation.bump()
    code, said = run("scorecard")
    assert code == 2
    assert "mangnon pack apply" in said


def test_an_empty_province_has_a_scorecard_without_rows(run, area):
    assert run("scorecard", "--json") == (0, "[]\n")


def test_an_unknown_indicator_is_named(run, db):
    code, said = run("indicators", "sql", "T99")
    assert code == 2
    assert "T99" in said


def test_check_says_what_is_missing(run, db):
    code, said = run("check")
    assert code == 1
    assert "mangnon pack apply" in said
    assert "mangnon audit guard" not in said


def test_check_names_each_guard_of_the_trail_that_is_gone(run, db):
    triggers.take_down(connection)
    code, said = run("check")
    assert code == 1
    assert [one for one in triggers.missing(connection) if one not in said] == []
    assert "mangnon audit guard" in said


def test_nothing_to_release_is_a_sentence(run, db):
    code, said = run("figures", "release", "--by", "Bà Tám")
    assert code == 2
    assert "mangnon indicators compute" in said


def test_a_folder_without_an_installation_is_named(run, tmp_path):
    code, said = run("--data", str(tmp_path), "check")
    assert code == 2
    assert "mangnon demo" in said


def test_a_port_in_use_is_named_with_the_way_out():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(Exception, match=f"--port {port + 1}"):
            demand_free("127.0.0.1", port)


def test_no_migration_is_missing(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
