from django.apps import AppConfig


class LegislationConfig(AppConfig):
    name = "mangnon.legislation"
    label = "legislation"
