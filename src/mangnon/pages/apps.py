from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "mangnon.pages"
    label = "pages"

    def ready(self) -> None:
        from mangnon.access.idle import asked_alone
        from mangnon.access.menu import offer
        from mangnon.pages import receivers, trail, unlogged  # noqa: F401
        from mangnon.pages.founding import found_house
        from mangnon.pages.left_in_english import name_fields
        from mangnon.pages.middleware import HOUSE

        post_migrate.connect(found_house)
        name_fields()
        # Every few seconds an open editor asks who else is on its page.
        asked_alone(f"{HOUSE}editing-sessions/")
        offer(_("Trang web"), "wagtailadmin_home", act="pages.write", order=60)
