from django.apps import AppConfig


class FacilitiesConfig(AppConfig):
    name = "mangnon.facilities"
    label = "facilities"

    def ready(self) -> None:
        from mangnon.facilities import facts, heirs  # noqa: F401  (they announce themselves)
