from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NoticesConfig(AppConfig):
    name = "mangnon.notices"
    label = "notices"

    def ready(self) -> None:
        from mangnon.access import menu, work
        from mangnon.notices import acts  # noqa: F401  (they announce themselves)
        from mangnon.notices.work import cards

        menu.offer(_("Nhắc việc"), "notices:list", act="duties.see", order=35)
        work.offer(cards)
