from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "mangnon.desk"
    label = "desk"
