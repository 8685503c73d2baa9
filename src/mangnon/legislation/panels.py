"""The panel for legal bases, the same wherever something rests on documents."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel


def bases_panel() -> InlinePanel:
    """Return the panel of the rows below called ``bases``."""
    return InlinePanel(
        "bases",
        heading=_("Căn cứ pháp lý"),
        label=_("Căn cứ"),
        panels=[
            FieldPanel("document"),
            FieldRowPanel([FieldPanel("article_vi"), FieldPanel("article_en")]),
            FieldRowPanel([FieldPanel("words_vi"), FieldPanel("words_en")]),
            FieldPanel("to_check"),
        ],
    )
