from django.apps import AppConfig


class ServicesConfig(AppConfig):
    name = "mangnon.services"
    label = "services"
