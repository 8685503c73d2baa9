from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReportsConfig(AppConfig):
    name = "mangnon.reports"
    label = "reports"

    def ready(self) -> None:
        from mangnon.access import menu
        from mangnon.programme import sections
        from mangnon.reports.parts import duties, promises

        sections.register("promises", promises.TITLE, promises.section, order=10)
        sections.register("duties", duties.TITLE, duties.section, order=20)
        menu.offer(_("Tổng quan"), "reports:leader", act="reports.read", order=5)
        menu.offer(_("Báo cáo"), "reports:list", act="reports.read", order=60)
