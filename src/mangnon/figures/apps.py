from django.apps import AppConfig


class FiguresConfig(AppConfig):
    name = "mangnon.figures"
    label = "figures"
