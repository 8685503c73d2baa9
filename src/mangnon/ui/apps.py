"""The design system as a Django app: templates, static files, template tags."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Carries no models; it only offers what the pages are made of."""

    name = "mangnon.ui"
    label = "ui"
    verbose_name = "Giao diện"
