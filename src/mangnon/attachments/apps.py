from django.apps import AppConfig


class AttachmentsConfig(AppConfig):
    name = "mangnon.attachments"
    label = "attachments"

    def ready(self) -> None:
        from mangnon.attachments import acts  # noqa: F401  (they announce themselves)
