"""What the public reads of an office: what it does, how it is made up, how it is reached."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from mangnon.packsync.made_once import MadeOnce


class OfficeProfile(MadeOnce):
    """An office as citizens meet it. What is not known is left empty, and the page says so."""

    office = models.OneToOneField(
        "places.Office",
        verbose_name=_("cơ quan"),
        on_delete=models.PROTECT,
        related_name="profile",
    )
    functions_vi = models.TextField(_("chức năng, nhiệm vụ"), blank=True)
    functions_en = models.TextField(_("chức năng, nhiệm vụ, tiếng Anh"), blank=True)
    structure_vi = models.TextField(_("cơ cấu tổ chức"), blank=True)
    structure_en = models.TextField(_("cơ cấu tổ chức, tiếng Anh"), blank=True)
    address = models.CharField(_("địa chỉ"), max_length=250, blank=True)
    post_vi = models.CharField(_("chức danh phụ trách"), max_length=150, blank=True)
    post_en = models.CharField(_("chức danh phụ trách, tiếng Anh"), max_length=150, blank=True)
    telephone = models.CharField(_("điện thoại"), max_length=40, blank=True)
    email = models.EmailField(_("thư điện tử"), blank=True)

    panels = [
        FieldPanel("office"),
        *(FieldPanel(f"{stem}_{tongue}") for stem in ("functions", "structure", "post")
          for tongue in ("vi", "en")),
        *map(FieldPanel, ("address", "telephone", "email")),
    ]  # fmt: skip

    class Meta:
        verbose_name = _("trang cơ quan")
        verbose_name_plural = _("trang cơ quan")

    def __str__(self) -> str:
        return str(self.office)
