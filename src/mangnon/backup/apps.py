from django.apps import AppConfig


class BackupConfig(AppConfig):
    name = "mangnon.backup"
    label = "backup"
