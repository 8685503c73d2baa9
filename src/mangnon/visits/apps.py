from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VisitsConfig(AppConfig):
    name = "mangnon.visits"
    label = "visits"

    def ready(self) -> None:
        from mangnon.access import menu
        from mangnon.access.rights import OWN

        menu.offer(_("Lượt xem"), "visits", act=OWN, order=80)
