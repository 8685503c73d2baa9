from django.apps import AppConfig


class PacksConfig(AppConfig):
    name = "mangnon.packs"
    label = "packs"

    def ready(self) -> None:
        from mangnon.packs.queries import visits_before
        from mangnon.visits import starting

        starting.offer(visits_before)
