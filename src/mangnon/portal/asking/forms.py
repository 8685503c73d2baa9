"""What a visitor is asked about a document."""

from django import forms
from django.core.mail.message import sanitize_address
from django.utils.translation import gettext_lazy as _

from mangnon.ui.forms import Form


class ProblemForm(Form):
    """Where something is wrong, and what."""

    anchor = forms.SlugField(
        label=_("Điều khoản"), required=False, max_length=64,
        help_text=_("Như trong địa chỉ của điều khoản: dieu-5. Để trống nếu là cả văn bản."),
    )  # fmt: skip
    words = forms.CharField(
        label=_("Chỗ nào chưa đúng, đúng ra là gì"), max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Xin đừng ghi họ tên, số điện thoại hay chuyện riêng của ai."),
    )  # fmt: skip


class FollowForm(Form):
    """Where letters go."""

    email = forms.EmailField(
        label=_("Địa chỉ thư điện tử"), max_length=200,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": _("Đây chưa phải một địa chỉ thư. Ví dụ: ten@example.vn.")},
    )  # fmt: skip

    def clean_email(self) -> str:
        """Refuse an address that no letter can be addressed to."""
        email: str = self.cleaned_data["email"]
        try:
            sanitize_address(email, "utf-8")
        except ValueError:  # a domain that has no form for the network
            message = self.fields["email"].error_messages["invalid"]
            raise forms.ValidationError(message) from None
        return email
