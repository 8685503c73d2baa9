from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FacilitiesConfig(AppConfig):
    name = "mangnon.facilities"
    label = "facilities"

    def ready(self) -> None:
        from mangnon.access import menu, work
        from mangnon.facilities import facts, heirs, sheets  # noqa: F401  (they announce themselves)
        from mangnon.facilities.showing.work import cards

        menu.offer(_("Cơ sở"), "facilities:list", act="facilities.see", order=50)
        work.offer(cards)
