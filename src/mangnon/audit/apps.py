from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "mangnon.audit"
    label = "audit"
