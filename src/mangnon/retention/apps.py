from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RetentionConfig(AppConfig):
    name = "mangnon.retention"
    label = "retention"

    def ready(self) -> None:
        from mangnon.access import menu

        menu.offer(_("Lưu giữ"), "retention:due", act="retention.see", order=85)
