from django.apps import AppConfig
from django.conf import settings


class SnapshotsConfig(AppConfig):
    name = "mangnon.snapshots"
    label = "snapshots"

    def ready(self) -> None:
        """Begin to watch what is read and what changes, where snapshots are kept."""
        if settings.SNAPSHOTS:
            from mangnon.snapshots import editors, watching

            watching.begin(self)
            editors.begin()
