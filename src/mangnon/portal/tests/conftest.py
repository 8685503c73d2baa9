"""The stage of the pages' tests: one small province, released once for each file."""

import importlib.util
from pathlib import Path

import pytest
from django.db import transaction

from mangnon import clock
from mangnon.portal.tests import province

ROOT = Path(__file__).resolve().parents[4]


@pytest.fixture(scope="session")
def messages():
    """The script that keeps the catalogues."""
    spec = importlib.util.spec_from_file_location("messages", ROOT / "scripts" / "messages.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def _released(django_db_setup, django_db_blocker, tmp_path_factory):
    """Build the province in a transaction around the file's tests, and take it back after."""
    folder: Path = tmp_path_factory.mktemp("province")
    with django_db_blocker.unblock(), transaction.atomic():
        release = province.build(folder)
        yield release
        transaction.set_rollback(True)


@pytest.fixture
def released(_released, db):
    """The small province with its release, on the demonstration's day."""
    with clock.pinned(province.TODAY):
        yield _released


@pytest.fixture
def page(released, client):
    """Read a page: its text, once its status is what it should be."""

    def read(path: str, status: int = 200) -> str:
        answer = client.get(path)
        assert answer.status_code == status, path
        return answer.content.decode()

    return read
