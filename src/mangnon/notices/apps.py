from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "mangnon.notices"
    label = "notices"

    def ready(self) -> None:
        from mangnon.access import work
        from mangnon.duties import witnesses
        from mangnon.notices import acts  # noqa: F401  (they announce themselves)
        from mangnon.notices.queries import reminded
        from mangnon.notices.work import cards

        work.offer(cards)
        witnesses.mark(reminded)
