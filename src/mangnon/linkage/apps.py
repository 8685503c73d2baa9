from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LinkageConfig(AppConfig):
    name = "mangnon.linkage"
    label = "linkage"

    def ready(self) -> None:
        from mangnon.access import menu

        menu.offer(_("Hồ sơ nghi trùng"), "linkage:list", act="linkage.judge", order=25)
