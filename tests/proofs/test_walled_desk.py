"""The whole desk, walked in a process that really is PostgreSQL's restricted desk role.

The table of every route is walked as that role too (``tests/support/as_desk.py``); here nothing is
rolled back, the walls are those of ``mangnon migrate``, and no other role is within reach.
"""

import json
from pathlib import Path

import pytest
from django.conf import settings

from tests.support.walled import raise_walls

LIVE = """
import json, sys
from tests.support import walled_desk
print(json.dumps(walled_desk.live(sys.argv[1], sys.argv[2:])))
"""
# What the day must leave, one of each kind of page that writes or reads a child.
ACTS = {
    *("account.sign_in", "register.list", "register.search", "register.read", "register.name"),
    *("register.reveal_document", "register.keep_view", "register.export_names"),
    *("register.register_child", "register.record_measurement", "register.begin_circumstance"),
    *("register.ask", "register.request_transfer", "register.refuse_transfer"),
    *("register.release_child", "register.receive_child", "register.record_weighday"),
    *("register.deliver_service", "register.record_reintegration", "register.record_birth"),
    *("register.assign_heirs", "register.close_plan"),
}


@pytest.fixture(scope="module")
def walled():
    one = raise_walls(Path(settings.DATA_DIR) / "walled-desk")
    yield one
    one.server.stop()


@pytest.fixture(scope="module")
def lived(walled):
    """The acts that the trail holds after the day."""
    children = json.dumps(walled.run("owner", LIVE, "owner"))
    acts = walled.run("desk", LIVE, "desk", children)
    walled.run("owner", LIVE, "owner later")
    return {*acts, *walled.run("desk", LIVE, "desk later", children)}


def test_the_desk_is_walked_from_the_sign_in_to_a_file_passed_on(lived):
    assert ACTS - lived == set()


def test_the_walls_stand_afterwards_as_they_were_built(walled, lived):
    done = walled.mangnon("db", "roles", "--check")
    assert done.returncode == 0, done.stdout


def test_what_the_desk_sealed_is_whole(walled, lived):
    done = walled.mangnon("audit", "verify")
    assert done.returncode == 0, done.stdout
