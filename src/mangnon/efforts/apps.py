from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EffortsConfig(AppConfig):
    name = "mangnon.efforts"
    label = "efforts"

    def ready(self) -> None:
        from mangnon.access import menu
        from mangnon.efforts import heirs  # noqa: F401  (it announces itself)

        menu.offer(_("Giải pháp"), "efforts:tasks", act="efforts.see", order=55)
