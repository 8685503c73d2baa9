from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class AuditConfig(AppConfig):
    name = "mangnon.audit"
    label = "audit"

    def ready(self) -> None:
        autodiscover_modules("acts")  # the rooms' own, which say what their acts are called
