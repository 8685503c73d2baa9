from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DutiesConfig(AppConfig):
    name = "mangnon.duties"
    label = "duties"

    def ready(self) -> None:
        from mangnon.access import menu, work
        from mangnon.duties import heirs  # noqa: F401  (it announces itself)
        from mangnon.duties.public import set_by
        from mangnon.duties.showing.work import cards
        from mangnon.legislation import setting

        menu.offer(_("Nhiệm vụ"), "duties:all", act="duties.see", order=30)
        menu.offer(_("Lịch làm việc"), "duties:calendar", act="duties.calendar", order=80)
        work.offer(cards)
        setting.offer(set_by)
