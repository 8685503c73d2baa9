from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MeetingsConfig(AppConfig):
    name = "mangnon.meetings"
    label = "meetings"

    def ready(self) -> None:
        from mangnon.access import menu, work
        from mangnon.duties import witnesses
        from mangnon.meetings import heirs  # noqa: F401  (it announces itself)
        from mangnon.meetings.showing.proving import meetings_that_prove
        from mangnon.meetings.showing.work import cards

        menu.offer(_("Hội nghị"), "meetings:list", act="meetings.see", order=40)
        work.offer(cards)
        witnesses.offer(meetings_that_prove)
