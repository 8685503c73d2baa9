from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegisterConfig(AppConfig):
    name = "mangnon.register"
    label = "register"

    def ready(self) -> None:
        from mangnon.access import menu, work
        from mangnon.register import facts, handovers, heirs, sheets  # noqa: F401  (they announce themselves)
        from mangnon.register.showing.work import cards

        menu.offer(_("Trẻ em"), "register:list", act="register.list", order=10)
        menu.offer(_("Cân đo"), "register:weighdays", act="register.measure", order=20)
        menu.offer_search("register:search", act="register.list")
        work.offer(cards)
