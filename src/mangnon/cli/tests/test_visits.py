"""The command of the visit counter: what it prints, and when it refuses to count."""

from mangnon.clock import today
from mangnon.visits import store


def test_show_says_the_number_in_both_languages(run, db):
    store.add({(today(), "khac"): 1234})
    assert run("visits", "show") == (0, "1.234 / 1,234\n")


def test_a_log_is_not_followed_where_the_site_counts_itself(run, db, tmp_path):
    code, said = run("visits", "follow", "--once", "--log", str(tmp_path / "log"))
    assert code == 2
    assert "MANGNON_VISITS=log" in said


def test_a_role_that_only_reads_follows_none(run, db, tmp_path, settings):
    settings.VISITS, settings.DATABASE_AS = "log", "portal"
    code, said = run("visits", "follow", "--once", "--log", str(tmp_path / "log"))
    assert code == 2
    assert "MANGNON_DATABASE_AS=portal" in said


def test_a_log_that_is_not_there_is_named(run, db, tmp_path, settings):
    settings.VISITS = "log"
    code, said = run("visits", "follow", "--once", "--log", str(tmp_path / "visits.log"))
    assert code == 2
    assert f"{tmp_path}/visits.log" in said
