"""``mangnon retention`` says of every declared term what is due, or that no day ends it."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from mangnon.access.models import Session
from mangnon.lasting import TERMS, declared
from mangnon.legislation.models import Message
from mangnon.register import actions as register
from mangnon.register.tests.conftest import _database as _database
from mangnon.register.tests.conftest import an_son as an_son
from mangnon.register.tests.conftest import enter as enter
from mangnon.register.tests.conftest import today as today
from mangnon.register.tests.conftest import warrant as warrant

_NO_DAY = {"counted", "following", "record", "account", "trail", "published", "paper"}


@pytest.fixture
def lines(run):
    """Return what the command says of each term, on 15 June 2024."""

    def say():
        code, said = run("retention")
        assert code == 0, said
        rows = [line.split("\t") for line in said.splitlines()]
        return {row[0]: row[-1] for row in rows if row[0] in TERMS}

    return say


def test_every_declared_term_has_its_line(lines):
    used = {term for one in declared().values() for term in one.terms.values()}
    said = lines()
    assert set(said) == used
    assert {code for code, words in said.items() if "không định ngày" in words} == _NO_DAY
    assert said["paper"] == "không định ngày: cơ quan quyết định / no day: the office decides"
    assert all(said[code] == "0 đến hạn / 0 due" for code in used - _NO_DAY)


def test_what_is_due_is_counted_under_its_term(lines, enter, an_son, warrant):
    grown = enter(an_son, date(2003, 6, 15), since=date(2012, 1, 1))
    young = enter(an_son, date(2018, 1, 2))
    for child, address in ((grown, "Thôn Đoài"), (young, "Thôn Đông")):
        home = register.register_household(
            address=address, telephone="", place=an_son, warrant=warrant
        )
        register.join_household(child, home, warrant=warrant)
    for day in (11, 13):  # three days at most: the first is late
        sent = datetime(2024, 6, day, tzinfo=UTC)
        Message.objects.create(uuid=uuid4(), kind="follow", sealed="x", sent_at=sent)
    for day in (14, 16):  # the first has ended
        ends = datetime(2024, 6, day, tzinfo=UTC)
        Session.objects.create(session_key=f"k{day}", session_data="", expire_date=ends)
    said = lines()
    for code in ("child", "household", "arriving", "session"):
        assert said[code] == "1 đến hạn / 1 due", code
