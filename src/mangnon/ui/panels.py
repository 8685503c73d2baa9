"""Panels of the editors' house for what is written in two languages."""

from django.utils.functional import Promise as LazyText
from wagtail.admin.panels import FieldPanel, MultiFieldPanel


def bilingual(heading: LazyText, stem: str) -> MultiFieldPanel:
    """Return one panel with the Vietnamese text over the English."""
    return MultiFieldPanel([FieldPanel(f"{stem}_vi"), FieldPanel(f"{stem}_en")], heading=heading)
