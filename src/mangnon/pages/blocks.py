"""Of what a page's body is made: few blocks, each with what it needs."""

from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from mangnon.pages.contexts import context_of
from mangnon.pages.pictures import shown

# What a paragraph may hold; anything else stands in a block of its own.
FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul"]


class PictureBlock(blocks.StructBlock):
    """A picture with its caption, and a description unless it only decorates."""

    image = ImageChooserBlock(label=_("hình"))
    caption = blocks.CharBlock(label=_("chú thích"), max_length=250, required=False)
    credit = blocks.CharBlock(label=_("nguồn, người chụp"), max_length=120, required=False)
    alt = blocks.CharBlock(
        label=_("mô tả cho người không nhìn thấy"), max_length=250, required=False
    )
    decorative = blocks.BooleanBlock(label=_("chỉ để trang trí"), required=False)

    class Meta:
        icon = "image"
        label = _("hình ảnh")
        template = "pages/blocks/picture.html"

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add the picture as the public sees it; None where it may not."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        return {**context, "shown": shown(value["image"]) if value.get("image") else None}

    def clean(self, value: Any) -> Any:
        """Ask for a caption and a description of every picture that says something."""
        cleaned = super().clean(value)
        wrong: dict[str, ValidationError] = {}
        if not cleaned["decorative"]:
            if not cleaned["alt"]:
                wrong["alt"] = ValidationError(
                    _("Hãy tả điều hình cho thấy, hoặc đánh dấu “chỉ để trang trí”.")
                )
            if not cleaned["caption"]:
                wrong["caption"] = ValidationError(_("Hãy ghi chú thích cho hình."))
        if wrong:
            raise blocks.StructBlockValidationError(block_errors=wrong)
        return cleaned


class QuoteBlock(blocks.StructBlock):
    """Somebody's words."""

    text = blocks.TextBlock(label=_("lời"))
    who = blocks.CharBlock(label=_("của ai"), max_length=150, required=False)

    class Meta:
        icon = "openquote"
        label = _("trích lời")
        template = "pages/blocks/quote.html"


class NoticeBlock(blocks.StructBlock):
    """What a reader must not miss."""

    kind = blocks.ChoiceBlock(
        label=_("loại"), choices=[("info", _("Lưu ý")), ("urgent", _("Khẩn cấp"))], default="info"
    )
    text = blocks.RichTextBlock(label=_("nội dung"), features=["bold", "italic", "link"])

    class Meta:
        icon = "warning"
        label = _("lưu ý")
        template = "pages/blocks/notice.html"


class DownloadBlock(blocks.StructBlock):
    """A file to take away."""

    document = DocumentChooserBlock(label=_("tệp"))
    title = blocks.CharBlock(label=_("tên"), max_length=150)
    about = blocks.CharBlock(label=_("nói về gì"), max_length=250, required=False)

    class Meta:
        icon = "download"
        label = _("tệp tải về")
        template = "pages/blocks/download.html"


class PromiseWanted(NamedTuple):
    """What a block of a promise asks the public site for."""

    code: str


class PromiseBlock(blocks.StructBlock):
    """A promise as it stands in the latest release."""

    code = blocks.CharBlock(label=_("mã chỉ tiêu"), max_length=12, help_text=_("Ví dụ: T1"))

    class Meta:
        icon = "order"
        label = _("một lời hứa")
        template = "pages/blocks/promise.html"

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add the promise's row in the latest release, as the public site offers it."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        return {**context, **context_of(PromiseWanted(value["code"]))}


BODY = [
    (
        "heading",
        blocks.CharBlock(
            label=_("tiêu đề"), icon="title", max_length=150, template="pages/blocks/heading.html"
        ),
    ),
    (
        "paragraph",
        blocks.RichTextBlock(
            label=_("đoạn văn"),
            icon="pilcrow",
            features=FEATURES,
            template="pages/blocks/paragraph.html",
        ),
    ),
    ("picture", PictureBlock()),
    ("quote", QuoteBlock()),
    ("notice", NoticeBlock()),
    (
        "table",
        TypedTableBlock(
            [
                ("text", blocks.CharBlock(label=_("chữ"), required=False)),
                ("number", blocks.DecimalBlock(label=_("số"), required=False)),
            ],
            label=_("bảng"),
            icon="table",
            template="pages/blocks/table.html",
        ),
    ),
    ("download", DownloadBlock()),
    ("promise", PromiseBlock()),
]
