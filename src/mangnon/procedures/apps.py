from django.apps import AppConfig


class ProceduresConfig(AppConfig):
    name = "mangnon.procedures"
    label = "procedures"
