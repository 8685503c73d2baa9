from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "mangnon.pages"
    label = "pages"

    def ready(self) -> None:
        from mangnon.access.menu import offer
        from mangnon.pages import receivers  # noqa: F401
        from mangnon.pages.founding import found_house

        post_migrate.connect(found_house)
        offer(_("Trang web"), "wagtailadmin_home", act="pages.write", order=60)
