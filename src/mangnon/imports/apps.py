from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ImportsConfig(AppConfig):
    name = "mangnon.imports"
    label = "imports"

    def ready(self) -> None:
        from mangnon.access import menu
        from mangnon.imports import acts, heirs  # noqa: F401  (they announce themselves)

        menu.offer(_("Nhập bảng tính"), "imports:list", act="imports.bring", order=25)
