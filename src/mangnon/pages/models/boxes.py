"""The box of website links that stands at the foot of every page."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.models import Orderable

from mangnon.packsync.made_once import MadeAs


@register_setting(icon="link")
class WebsiteLinks(BaseGenericSetting, ClusterableModel, MadeAs):
    """The editors' box of website links."""

    panels = [InlinePanel("links", label=_("liên kết"))]

    class Meta:
        verbose_name = _("liên kết website")


class WebsiteLink(Orderable):
    """One website, named in both languages."""

    box = ParentalKey(WebsiteLinks, on_delete=models.CASCADE, related_name="links")
    name_vi = models.CharField(_("tên"), max_length=120)
    name_en = models.CharField(_("tên, tiếng Anh"), max_length=120, blank=True)
    url = models.URLField(_("địa chỉ"))

    panels = [FieldPanel("name_vi"), FieldPanel("name_en"), FieldPanel("url")]
