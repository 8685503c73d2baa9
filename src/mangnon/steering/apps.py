from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SteeringConfig(AppConfig):
    name = "mangnon.steering"
    label = "steering"

    def ready(self) -> None:
        from mangnon.access import menu
        from mangnon.duties import witnesses
        from mangnon.steering import heirs  # noqa: F401  (it announces itself)
        from mangnon.steering.tracing import found_by

        menu.offer(_("Chỉ đạo"), "steering:lines", act="steering.see", order=50)
        witnesses.offer(found_by)
