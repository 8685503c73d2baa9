"""A real Chromium against Django's own live server, over the small province of the portal."""

import shutil

import pytest
from django.core.management import call_command
from django.db import connections
from playwright.sync_api import sync_playwright
from pytest_django.live_server_helper import LiveServer

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="module")
def site(django_db_setup, django_db_blocker, tmp_path_factory):
    """The address of a site that shows the small province; emptied afterwards."""
    from mangnon import clock  # only now: the settings are read by then
    from mangnon.portal.tests import province

    with django_db_blocker.unblock():
        clock.pin(province.TODAY)
        province.build(tmp_path_factory.mktemp("province"))
        server = LiveServer("127.0.0.1")
        yield server.url
        server.stop()
        clock.pin(None)
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture(scope="module")
def chromium():
    """The browser that is installed, else the one that Playwright brings."""
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        yield browser
        browser.close()
        # While Playwright's loop runs, Django keeps connections of its own for it.
        connections.close_all()


@pytest.fixture
def visit(site, chromium):
    """Open a page at a width; what its console complained of is kept in ``complaints``."""
    contexts = []

    def open_page(path: str, width: int = 1280, **options: object):
        context = chromium.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.complaints = []
        page.on(
            "console",
            lambda message: (
                page.complaints.append(message.text)
                if message.type in ("error", "warning")
                else None
            ),
        )
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto(f"{site}{path}")
        return page

    yield open_page
    for context in contexts:
        context.close()
