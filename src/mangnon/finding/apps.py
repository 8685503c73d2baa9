from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class FindingConfig(AppConfig):
    name = "mangnon.finding"
    label = "finding"

    def ready(self) -> None:
        from mangnon.finding import signals  # noqa: F401  (it listens)

        autodiscover_modules("finding")  # the subjects' own, which announce their providers
