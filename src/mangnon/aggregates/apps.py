from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AggregatesConfig(AppConfig):
    name = "mangnon.aggregates"
    label = "aggregates"

    def ready(self) -> None:
        from mangnon.access import menu, work
        from mangnon.aggregates import heirs, sheets  # noqa: F401  (they announce themselves)
        from mangnon.aggregates.showing.work import cards

        menu.offer(_("Số liệu tổng hợp"), "aggregates:all", act="aggregates.see", order=45)
        work.offer(cards)
