"""What the province and its statisticians publish: reports to take away, figures of the context."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import DraftStateMixin, Orderable, RevisionMixin, WorkflowMixin

from mangnon.packsync.made_once import MadeOnce


class StatisticalReport(WorkflowMixin, DraftStateMixin, RevisionMixin, ClusterableModel):
    """A periodic report that an editor puts up: a file, its period, its number, who issued it."""

    title_vi = models.CharField(_("tên"), max_length=250)
    title_en = models.CharField(_("tên, tiếng Anh"), max_length=250, blank=True)
    about_vi = models.TextField(_("có gì trong báo cáo"), blank=True)
    about_en = models.TextField(_("có gì trong báo cáo, tiếng Anh"), blank=True)
    year = models.PositiveSmallIntegerField(_("năm của số liệu"))
    period_vi = models.CharField(
        _("kỳ báo cáo"), max_length=80, help_text=_("Ví dụ: Quý IV năm 2025; Sáu tháng đầu năm.")
    )
    period_en = models.CharField(_("kỳ báo cáo, tiếng Anh"), max_length=80, blank=True)
    number = models.CharField(_("số, ký hiệu"), max_length=64, blank=True)
    office = models.ForeignKey(
        "places.Office", verbose_name=_("cơ quan trong danh mục"), on_delete=models.PROTECT,
        null=True, blank=True, related_name="+",
    )  # fmt: skip
    issuer = models.CharField(
        _("cơ quan ban hành, bằng lời"), max_length=200, blank=True,
        help_text=_("Khi danh mục chưa có cơ quan ấy."),
    )  # fmt: skip
    issued_on = models.DateField(_("ngày ban hành"))
    document = models.ForeignKey(
        "wagtaildocs.Document", verbose_name=_("tệp"), on_delete=models.PROTECT, related_name="+"
    )

    panels = [
        MultiFieldPanel([FieldPanel("title_vi"), FieldPanel("title_en")], heading=_("Tên")),
        FieldPanel("document"),
        FieldRowPanel([FieldPanel("year"), FieldPanel("period_vi"), FieldPanel("period_en")]),
        FieldRowPanel([FieldPanel("number"), FieldPanel("issued_on")]),
        MultiFieldPanel([FieldPanel("office"), FieldPanel("issuer")], heading=_("Ai ban hành")),
        MultiFieldPanel(
            [FieldPanel("about_vi"), FieldPanel("about_en")], heading=_("Có gì trong báo cáo")
        ),
    ]

    class Meta:
        verbose_name = _("báo cáo thống kê")
        verbose_name_plural = _("báo cáo thống kê")

    def __str__(self) -> str:
        return self.title_vi


class ContextSeries(MadeOnce):
    """A figure of the province through the years that is no promise: its unit, its source."""

    code = models.SlugField(_("mã"), max_length=64, unique=True)
    name_vi = models.CharField(_("tên"), max_length=200)
    name_en = models.CharField(_("tên, tiếng Anh"), max_length=200, blank=True)
    unit_vi = models.CharField(_("đơn vị"), max_length=60)
    unit_en = models.CharField(_("đơn vị, tiếng Anh"), max_length=60, blank=True)
    decimals = models.PositiveSmallIntegerField(_("số chữ số thập phân"), default=0)
    source_vi = models.CharField(_("nguồn"), max_length=300)
    source_en = models.CharField(_("nguồn, tiếng Anh"), max_length=300, blank=True)
    note_vi = models.TextField(_("điều cần biết khi đọc"), blank=True)
    note_en = models.TextField(_("điều cần biết khi đọc, tiếng Anh"), blank=True)

    panels = [
        FieldPanel("code"),
        MultiFieldPanel([FieldPanel("name_vi"), FieldPanel("name_en")], heading=_("Tên")),
        FieldRowPanel([FieldPanel("unit_vi"), FieldPanel("unit_en"), FieldPanel("decimals")]),
        MultiFieldPanel([FieldPanel("source_vi"), FieldPanel("source_en")], heading=_("Nguồn")),
        MultiFieldPanel(
            [FieldPanel("note_vi"), FieldPanel("note_en")], heading=_("Điều cần biết khi đọc")
        ),
        InlinePanel("values", heading=_("Các năm"), label=_("năm")),
    ]

    class Meta:
        verbose_name = _("số liệu bối cảnh")
        verbose_name_plural = _("số liệu bối cảnh")

    def __str__(self) -> str:
        return self.name_vi


class ContextValue(Orderable):
    """The figure of one day."""

    series = ParentalKey(ContextSeries, on_delete=models.CASCADE, related_name="values")
    on = models.DateField(_("của ngày"))
    value = models.FloatField(_("giá trị"))

    panels = [FieldRowPanel([FieldPanel("on"), FieldPanel("value")])]
