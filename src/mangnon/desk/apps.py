from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    name = "mangnon.desk"
    label = "desk"

    def ready(self) -> None:
        from mangnon.access import menu, work
        from mangnon.desk.work import cards

        menu.offer(_("Nhật ký truy vết"), "trail", act="audit.read", order=90)
        work.offer(cards)
