from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "mangnon.access"
    label = "access"

    def ready(self) -> None:
        from mangnon.access import heirs, signals  # noqa: F401  (they announce themselves)
