from django.apps import AppConfig


class RegisterConfig(AppConfig):
    name = "mangnon.register"
    label = "register"

    def ready(self) -> None:
        from mangnon.register import facts, heirs  # noqa: F401  (they announce themselves)
