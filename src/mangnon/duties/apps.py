from django.apps import AppConfig


class DutiesConfig(AppConfig):
    name = "mangnon.duties"
    label = "duties"

    def ready(self) -> None:
        from mangnon.duties import heirs  # noqa: F401  (it announces itself)
