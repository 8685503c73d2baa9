"""Pictures, what is shown of them, and the consent without which no child is shown."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition

from mangnon.packsync.made_once import MadeAs

AGE_OF_SAY = 7  # years; Children Law 102/2016/QH13, article 21, and Decree 56/2017, article 33


class Picture(AbstractImage, MadeAs):
    """A picture that editors keep; ``code`` is its name in the pack that made it, if one did."""

    code = models.CharField(max_length=80, blank=True, default="", editable=False)
    alt = models.CharField(
        _("mô tả cho người không nhìn thấy"),
        max_length=250,
        blank=True,
        help_text=_("Nói điều hình cho thấy; để trống nếu hình chỉ để trang trí."),
    )
    alt_en = models.CharField(_("mô tả, tiếng Anh"), max_length=250, blank=True)
    credit = models.CharField(_("nguồn, người chụp"), max_length=120, blank=True)
    credit_en = models.CharField(_("nguồn, tiếng Anh"), max_length=120, blank=True)
    shows_child = models.BooleanField(
        _("nhận ra được một trẻ em"),
        default=False,
        help_text=_("Hình như vậy chỉ hiện khi có văn bản đồng ý còn hiệu lực."),
    )

    admin_form_fields = (
        *("title", "file", "collection", "alt", "alt_en", "credit", "credit_en", "shows_child"),
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("hình ảnh")
        verbose_name_plural = _("hình ảnh")
        constraints = [
            models.UniqueConstraint(
                fields=["code"], condition=~Q(code=""), name="picture_made_once"
            )
        ]

    @property
    def default_alt_text(self) -> str:
        """Return what a reader who does not see it is told."""
        return self.alt

    def may_be_shown(self, on: date) -> bool:
        """Whether the public may see it on a day: no child without a consent in force."""
        return not self.shows_child or self.consents.filter(Consent.in_force(on)).exists()


class Rendition(AbstractRendition):
    """A picture in one size and format; made when the picture is kept, never by a reader."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    @property
    def url(self) -> str:
        """Return its address: the public one, or the editors' where their house asks for it."""
        return reverse("picture", args=[self.file.name.rpartition("/")[2]])

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="rendition_once"
            )
        ]


class Consent(models.Model):
    """That a child may be shown: who agreed, for what, until when. It names nobody."""

    picture = models.ForeignKey(
        Picture, verbose_name=_("hình ảnh"), on_delete=models.CASCADE, related_name="consents"
    )
    purpose = models.CharField(
        _("mục đích"),
        max_length=200,
        help_text=_("Việc mà hình được dùng, như đã ghi trên giấy đồng ý."),
    )
    paper = models.CharField(
        _("số giấy đồng ý"), max_length=80, help_text=_("Số lưu hồ sơ; không ghi tên trẻ em.")
    )
    child_age = models.PositiveSmallIntegerField(_("tuổi của trẻ em khi đồng ý"))
    child_agreed = models.BooleanField(_("trẻ em đồng ý"), default=False)
    guardian_agreed = models.BooleanField(_("cha mẹ hoặc người giám hộ đồng ý"), default=False)
    given_on = models.DateField(_("ngày đồng ý"))
    expires_on = models.DateField(_("hết hạn từ ngày"))
    withdrawn_on = models.DateField(_("rút lại từ ngày"), null=True, blank=True)

    class Meta:
        verbose_name = _("giấy đồng ý cho dùng hình")
        verbose_name_plural = _("giấy đồng ý cho dùng hình")
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_on__gt=models.F("given_on")), name="consent_ends"
            ),
            models.CheckConstraint(condition=Q(guardian_agreed=True), name="consent_of_guardian"),
            models.CheckConstraint(
                condition=Q(child_age__lt=AGE_OF_SAY) | Q(child_agreed=True),
                name="consent_of_child",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.paper} · {self.picture}"

    @staticmethod
    def in_force(on: date) -> Q:
        """Ask for consents that hold on a day."""
        return Q(given_on__lte=on, expires_on__gt=on) & (
            Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=on)
        )

    def clean(self) -> None:
        """Say what is missing, in the words of the law."""
        wrong: dict[str, str] = {}
        if not self.guardian_agreed:
            wrong["guardian_agreed"] = _("Cần sự đồng ý của cha mẹ hoặc người giám hộ.")
        if self.child_age is not None and self.child_age >= AGE_OF_SAY and not self.child_agreed:
            wrong["child_agreed"] = _("Trẻ em từ 7 tuổi phải tự đồng ý.")
        if self.child_age is not None and self.child_age > 15:
            wrong["child_age"] = _("Trẻ em là người dưới 16 tuổi.")
        if self.given_on and self.expires_on and self.expires_on <= self.given_on:
            wrong["expires_on"] = _("Ngày hết hạn phải sau ngày đồng ý.")
        if wrong:
            raise ValidationError(wrong)
