"""The cast: one officer with leave for everything, and a ring of its own for each test."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import LazySettings

from mangnon.audit.actions import record
from mangnon.audit.models import Actor
from mangnon.audit.warrants import Warrant
from mangnon.vault import KeyRing


@pytest.fixture(autouse=True)
def key_file(settings: LazySettings, tmp_path: Path) -> Path:
    """Give the test a key file that it may change."""
    settings.KEY_FILE = str(tmp_path / "keys")
    KeyRing.generate(tmp_path / "keys")
    return tmp_path / "keys"


@pytest.fixture
def warrant(db: None) -> Warrant:
    actor = Actor.objects.create(code="lan", kind=Actor.Kind.PERSON, name="Lan")
    return Warrant(actor=actor, right="register.write", acts=frozenset(), reason="thăm nhà")


@pytest.fixture
def act(warrant: Warrant) -> Callable[[int], list[int]]:
    """Record so many acts; gives the numbers of their entries."""
    from django.db import transaction

    def so_many(count: int) -> list[int]:
        with transaction.atomic():
            return [record(warrant, "test.act", subject=f"s:{n}").pk for n in range(count)]

    return so_many
