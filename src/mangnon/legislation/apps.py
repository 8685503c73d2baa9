from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LegislationConfig(AppConfig):
    name = "mangnon.legislation"
    label = "legislation"

    def ready(self) -> None:
        from mangnon.access import menu, work
        from mangnon.legislation.work import cards

        menu.offer(_("Thư viện văn bản"), "legislation:list", act="legislation.edit", order=65)
        work.offer(cards)
