"""Administrative procedures, with their steps, ways to submit, papers and legal bases."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from mangnon.legislation.bases import Basis as LegalBasis
from mangnon.packsync.made_once import MadeOnce
from mangnon.places.models import Office


class Procedure(MadeOnce):
    """How one applies for something. ``code`` is its address and stays.

    ``national_code`` is how the national database writes it (1.001193), empty where not at hand.
    ``to_check`` says in words what nobody has held against the original yet.
    """

    class Field(models.TextChoices):
        CIVIL_STATUS = "civil_status", _("Hộ tịch")
        CHILD_PROTECTION = "child_protection", _("Bảo vệ trẻ em")
        SOCIAL_PROTECTION = "social_protection", _("Bảo trợ xã hội")
        DISABILITY = "disability", _("Người khuyết tật")
        ADOPTION = "adoption", _("Nuôi con nuôi")
        RESIDENCE = "residence", _("Cư trú")
        HEALTH = "health", _("Y tế, bảo hiểm y tế")
        EDUCATION = "education", _("Giáo dục")

    class Level(models.TextChoices):
        COMMUNE = "commune", _("Cấp xã")
        DISTRICT = "district", _("Cấp huyện")
        PROVINCE = "province", _("Cấp tỉnh")
        CENTRAL = "central", _("Cấp trung ương")

    code = models.SlugField(_("Mã trong địa chỉ trang"), max_length=64, unique=True)
    national_code = models.CharField(
        _("Mã trong Cơ sở dữ liệu quốc gia về thủ tục hành chính"), max_length=32, blank=True
    )
    name_vi = models.CharField(_("Tên"), max_length=400)
    name_en = models.CharField(_("Tên (tiếng Anh)"), max_length=400, blank=True)
    field = models.CharField(_("Lĩnh vực"), max_length=24, choices=Field)
    level = models.CharField(_("Cấp giải quyết"), max_length=10, choices=Level)
    about_vi = models.TextField(_("Dùng khi nào"), blank=True)
    about_en = models.TextField(_("Dùng khi nào (tiếng Anh)"), blank=True)
    who_vi = models.TextField(_("Ai được nộp"), blank=True)
    who_en = models.TextField(_("Ai được nộp (tiếng Anh)"), blank=True)
    decider_vi = models.CharField(_("Cơ quan giải quyết, bằng lời"), max_length=300, blank=True)
    decider_en = models.CharField(_("Cơ quan giải quyết (tiếng Anh)"), max_length=300, blank=True)
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("Cơ quan trong danh mục"),
    )  # fmt: skip
    result_vi = models.TextField(_("Kết quả"), blank=True)
    result_en = models.TextField(_("Kết quả (tiếng Anh)"), blank=True)
    conditions_vi = models.TextField(_("Yêu cầu, điều kiện"), blank=True)
    conditions_en = models.TextField(_("Yêu cầu, điều kiện (tiếng Anh)"), blank=True)
    to_check_vi = models.TextField(_("Còn phải đối chiếu điều gì"), blank=True)
    to_check_en = models.TextField(_("Còn phải đối chiếu điều gì (tiếng Anh)"), blank=True)
    review_by = models.DateField(_("Phải xem lại trước ngày"), null=True, blank=True)
    valid_from = models.DateField(_("Áp dụng từ ngày"), null=True, blank=True)
    valid_to = models.DateField(_("Ngày đầu tiên không còn áp dụng"), null=True, blank=True)
    replaces = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="replaced_by",
        verbose_name=_("Thay cho thủ tục"),
    )  # fmt: skip

    class Meta:
        verbose_name = _("thủ tục hành chính")
        verbose_name_plural = _("thủ tục hành chính")
        constraints = [
            models.UniqueConstraint(
                fields=["national_code"], condition=~Q(national_code=""),
                name="procedure_national_code_once",
                violation_error_message=_("Đã có một thủ tục mang mã quốc gia này."),
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="procedure_ends_after_it_begins",
                violation_error_message=_("Ngày hết áp dụng phải sau ngày bắt đầu áp dụng."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name_vi


class Step(Orderable):
    """What happens, in its order."""

    procedure = ParentalKey(Procedure, on_delete=models.CASCADE, related_name="steps")
    words_vi = models.TextField(_("Việc phải làm"))
    words_en = models.TextField(_("Việc phải làm (tiếng Anh)"), blank=True)
    to_check = models.BooleanField(_("Cần đối chiếu"), default=False)


class Way(Orderable):
    """A way to submit, with its time limit and its fee; empty: not known."""

    class How(models.TextChoices):
        IN_PERSON = "in_person", _("Trực tiếp")
        ONLINE = "online", _("Trực tuyến")
        POST = "post", _("Qua bưu chính")

    procedure = ParentalKey(Procedure, on_delete=models.CASCADE, related_name="ways")
    how = models.CharField(_("Cách nộp"), max_length=10, choices=How)
    where_vi = models.CharField(_("Nộp ở đâu"), max_length=300, blank=True)
    where_en = models.CharField(_("Nộp ở đâu (tiếng Anh)"), max_length=300, blank=True)
    url = models.URLField(_("Địa chỉ nộp trực tuyến"), blank=True)
    time_vi = models.CharField(_("Thời hạn giải quyết"), max_length=300, blank=True)
    time_en = models.CharField(_("Thời hạn giải quyết (tiếng Anh)"), max_length=300, blank=True)
    fee_vi = models.CharField(_("Phí, lệ phí"), max_length=300, blank=True)
    fee_en = models.CharField(_("Phí, lệ phí (tiếng Anh)"), max_length=300, blank=True)
    to_check = models.BooleanField(_("Cần đối chiếu"), default=False)


class Paper(Orderable):
    """A paper that is needed: an original or a copy, how many, after which form."""

    class Kind(models.TextChoices):
        ORIGINAL = "original", _("Bản chính")
        COPY = "copy", _("Bản sao")
        EITHER = "either", _("Bản chính hoặc bản sao")
        SHOWN = "shown", _("Xuất trình, không nộp")
        UNKNOWN = "", _("chưa rõ")

    procedure = ParentalKey(Procedure, on_delete=models.CASCADE, related_name="papers")
    name_vi = models.CharField(_("Giấy tờ"), max_length=400)
    name_en = models.CharField(_("Giấy tờ (tiếng Anh)"), max_length=400, blank=True)
    kind = models.CharField(_("Bản chính hay bản sao"), max_length=10, choices=Kind, blank=True)
    count = models.PositiveSmallIntegerField(_("Số bản"), null=True, blank=True)
    form_vi = models.CharField(_("Theo mẫu"), max_length=200, blank=True)
    form_en = models.CharField(_("Theo mẫu (tiếng Anh)"), max_length=200, blank=True)
    to_check = models.BooleanField(_("Cần đối chiếu"), default=False)


class Basis(LegalBasis):
    """What a procedure rests on."""

    procedure = ParentalKey(Procedure, on_delete=models.CASCADE, related_name="bases")
