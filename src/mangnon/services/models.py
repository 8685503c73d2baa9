"""Services for children and families: what they give, to whom, where, and how one reaches them."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from mangnon.legislation.bases import Basis as LegalBasis
from mangnon.packsync.made_once import MadeOnce
from mangnon.places.models import Office, Place


class Service(MadeOnce):
    """A service as the directory lists it. What is not known is empty, and the page says so.

    Ages are whole years, both counted in. ``whole_area``: it serves everybody in the programme
    area; else ``serves`` lists its places.
    """

    class Kind(models.TextChoices):
        HOTLINE = "hotline", _("Đường dây nóng")
        PROTECTION = "protection", _("Bảo vệ trẻ em")
        CARE = "care", _("Chăm sóc thay thế, trợ giúp xã hội")
        HEALTH = "health", _("Y tế")
        EDUCATION = "education", _("Giáo dục")
        PLAY = "play", _("Vui chơi, văn hóa, thể thao")
        LEGAL_AID = "legal_aid", _("Trợ giúp pháp lý")
        PAPERS = "papers", _("Giấy tờ, thủ tục")

    code = models.SlugField(_("Mã trong địa chỉ trang"), max_length=64, unique=True)
    name_vi = models.CharField(_("Tên"), max_length=300)
    name_en = models.CharField(_("Tên (tiếng Anh)"), max_length=300, blank=True)
    kind = models.CharField(_("Loại dịch vụ"), max_length=12, choices=Kind)
    offers_vi = models.TextField(_("Giúp được gì"), blank=True)
    offers_en = models.TextField(_("Giúp được gì (tiếng Anh)"), blank=True)
    for_whom_vi = models.TextField(_("Dành cho ai, trong hoàn cảnh nào"), blank=True)
    for_whom_en = models.TextField(_("Dành cho ai (tiếng Anh)"), blank=True)
    age_from = models.PositiveSmallIntegerField(_("Từ mấy tuổi"), null=True, blank=True)
    age_to = models.PositiveSmallIntegerField(_("Đến mấy tuổi"), null=True, blank=True)
    how_vi = models.TextField(_("Đến với dịch vụ bằng cách nào"), blank=True)
    how_en = models.TextField(_("Đến bằng cách nào (tiếng Anh)"), blank=True)
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("Đặt tại địa bàn"),
    )  # fmt: skip
    address = models.CharField(_("Địa chỉ"), max_length=300, blank=True)
    telephone = models.CharField(_("Điện thoại"), max_length=60, blank=True)
    hours_vi = models.CharField(_("Giờ làm việc"), max_length=200, blank=True)
    hours_en = models.CharField(_("Giờ làm việc (tiếng Anh)"), max_length=200, blank=True)
    email = models.EmailField(_("Thư điện tử"), blank=True)
    web = models.URLField(_("Trang web"), blank=True)
    cost_vi = models.CharField(_("Chi phí"), max_length=300, blank=True)
    cost_en = models.CharField(_("Chi phí (tiếng Anh)"), max_length=300, blank=True)
    whole_area = models.BooleanField(_("Phục vụ toàn địa bàn"), default=False)
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("Cơ quan phụ trách"),
    )  # fmt: skip
    national_portal = models.URLField(_("Trên Cổng Dịch vụ công quốc gia"), blank=True)
    to_check_vi = models.TextField(_("Còn phải đối chiếu điều gì"), blank=True)
    to_check_en = models.TextField(_("Còn phải đối chiếu điều gì (tiếng Anh)"), blank=True)
    review_by = models.DateField(_("Phải xem lại trước ngày"), null=True, blank=True)

    class Meta:
        verbose_name = _("dịch vụ")
        verbose_name_plural = _("dịch vụ")
        constraints = [
            models.CheckConstraint(
                condition=Q(age_from__isnull=True)
                | Q(age_to__isnull=True)
                | Q(age_to__gte=F("age_from")),
                name="service_ages_rise",
                violation_error_message=_("Tuổi cao nhất không được nhỏ hơn tuổi thấp nhất."),
            )
        ]

    def __str__(self) -> str:
        return self.name_vi


class Served(Orderable):
    """A place that a service serves, with all that lies in it."""

    service = ParentalKey(Service, on_delete=models.CASCADE, related_name="serves")
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, related_name="+", verbose_name=_("Địa bàn")
    )


class Lead(Orderable):
    """A procedure that leads to the service. Named by label: subjects do not import each other."""

    service = ParentalKey(Service, on_delete=models.CASCADE, related_name="leads")
    procedure = models.ForeignKey(
        "procedures.Procedure", on_delete=models.PROTECT, related_name="services",
        verbose_name=_("Thủ tục"),
    )  # fmt: skip


class Basis(LegalBasis):
    """What a service rests on."""

    service = ParentalKey(Service, on_delete=models.CASCADE, related_name="bases")
