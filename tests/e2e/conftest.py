"""Two who edit the written pages, each in a browser of their own."""

import pytest
from django.core.cache import cache
from django.core.management import call_command
from pytest_django.live_server_helper import LiveServer

from mangnon import clock
from mangnon.access.doors import demonstration_warrant, system_warrant
from mangnon.packs.actions import apply_pack
from mangnon.places.tests.cast import BEFORE, put, small_area
from tests.support.newsdesk import Desk
from tests.support.nowhere import NOWHERE
from tests.support.officers import officer


@pytest.fixture
def house(transactional_db, settings, tmp_path):
    """The address of a site with the invented province's pages and two who edit them."""
    settings.MEDIA_ROOT = tmp_path / "media"
    clock.pin(BEFORE)
    cache.clear()
    put(small_area(), system_warrant("test"))
    apply_pack(NOWHERE, warrant=demonstration_warrant())
    for name in ("oanh", "phuc"):
        officer(name)
    server = LiveServer("127.0.0.1")
    yield server.url
    server.stop()
    clock.pin(None)
    call_command("flush", interactive=False, verbosity=0)


@pytest.fixture
def desk(house, chromium):
    """Sign somebody in, in a browser of her own."""
    opened = []

    def sign_in(name: str) -> Desk:
        context = chromium.new_context(viewport={"width": 1280, "height": 1000}, locale="vi-VN")
        opened.append(context)
        return Desk(context.new_page(), house, name)

    yield sign_in
    for context in opened:
        context.close()
