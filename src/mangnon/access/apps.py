from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "mangnon.access"
    label = "access"
