from django.apps import AppConfig


class FacilitiesConfig(AppConfig):
    name = "mangnon.facilities"
    label = "facilities"

    def ready(self) -> None:
        from mangnon.facilities import facts  # noqa: F401  (it announces itself)
