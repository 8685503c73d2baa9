from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    name = "mangnon.programme"
    label = "programme"
