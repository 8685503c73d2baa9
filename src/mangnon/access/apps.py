from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "mangnon.access"
    label = "access"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from mangnon.access import heirs, signals  # noqa: F401  (they announce themselves)
        from mangnon.access.menu import offer
        from mangnon.access.rights import OWN

        offer(_("Mọi người"), "people", act="people.see", order=80)
        offer(_("Tài khoản"), "my-account", act=OWN, order=90)
