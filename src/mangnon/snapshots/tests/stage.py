"""Snapshots kept by the test's own process, in a folder of the test's."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.apps import apps
from django.db import connections
from django.db.backends.signals import connection_created
from django.db.models.signals import post_init, post_migrate, post_save, pre_migrate
from django.test import override_settings

from mangnon.snapshots import watching


@contextmanager
def kept_in(folder: Path) -> Iterator[None]:
    """Keep snapshots in a folder, and watch what this process reads and writes, for a while."""
    config = apps.get_app_config("snapshots")
    with override_settings(SNAPSHOTS=True, SNAPSHOTS_DIR=folder):
        watching.begin(config)
        try:
            yield
        finally:
            connection_created.disconnect(dispatch_uid="snapshots")
            for signal in (pre_migrate, post_migrate):
                signal.disconnect(sender=config, dispatch_uid="snapshots")
            for model in apps.get_models():
                for signal in (post_init, post_save):
                    signal.disconnect(sender=model, dispatch_uid="snapshots")
            for connection in connections.all(initialized_only=True):
                connection.execute_wrappers.remove(watching._watch)
