from django.apps import AppConfig


class PacksConfig(AppConfig):
    name = "mangnon.packs"
    label = "packs"
