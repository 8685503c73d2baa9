"""The text and the original: brought, shown as it was read, then kept or let go."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mangnon.access.errors import NotHere
from mangnon.access.routes import DeskRequest, private
from mangnon.legislation import actions, answering
from mangnon.legislation.actions.originals import reading_of
from mangnon.legislation.forms import KeepForm, SureForm, TextForm
from mangnon.legislation.models import Original
from mangnon.legislation.reading.files import Text
from mangnon.legislation.reading.parting import Piece, parted
from mangnon.legislation.views.editing import _Page
from mangnon.legislation.views.reading import document_of
from mangnon.ui.forms import Form

PASTED = "van-ban-dan.txt"
_SHOWN = 400  # parts shown at once; the rest is counted


class BringText(_Page):
    """Bring a file or pasted words; they are read and shown before anything is kept."""

    form_class = TextForm
    title = gettext_lazy("Đưa lời văn bản, bản gốc vào")
    button = gettext_lazy("Đọc và xem trước")

    def act(self, form: Form) -> str:
        told = form.cleaned_data
        name, content = PASTED, told["words"].encode()
        if told["file"]:
            name, content = told["file"].name, told["file"].read()
        warrant = self.request.leave.warrant()
        brought = actions.bring_file(self.document, name, content, warrant=warrant)
        return reverse("legislation:look", args=[self.document.code, brought.uuid])


class Look(_Page):
    """Show what was read: its parts, what could not be placed; then keep it or let it go."""

    form_class = KeepForm
    title = gettext_lazy("Xem trước khi giữ")
    button = gettext_lazy("Xong")
    template = "legislation/look.html"
    brought: Original
    text: Text | None

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.brought = original_of(self.document.code, kwargs["uuid"], kept=False)
        self.text = reading_of(self.brought)

    def form_words(self) -> dict[str, Any]:
        return {"readable": self.text is not None, "is_file": self.brought.kind != "txt"}

    def initial(self) -> dict[str, Any]:
        return {"how": "text" if self.text is not None else "original"}

    def context(self) -> dict[str, Any]:
        parts = list(parted(self.text.words)) if self.text is not None else []
        return {
            **super().context(),
            "brought": self.brought,
            "text": self.text,
            "parts": parts[:_SHOWN],
            "count": len(parts),
            "more": len(parts) - _SHOWN,
            "lost": [one for one in parts if one.unplaced],
            "contents": _contents(parts),
        }

    def act(self, form: Form) -> str:
        how, warrant = form.cleaned_data["how"], self.request.leave.warrant()
        if how == "drop":
            actions.drop_file(self.brought, warrant=warrant)
            messages.success(self.request, _("Đã bỏ, không giữ gì."))
        else:
            actions.keep_file(self.brought, as_text=how == "text", warrant=warrant)
            messages.success(self.request, _("Đã giữ. Trang công khai đổi theo trong vài giây."))
        return self.back()


class DropOriginal(_Page):
    """No longer offer an original that was kept."""

    form_class = SureForm
    title = gettext_lazy("Thôi cho tải bản gốc này?")
    button = gettext_lazy("Bỏ bản gốc")
    kept: Original

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.kept = original_of(self.document.code, kwargs["uuid"], kept=True)

    def context(self) -> dict[str, Any]:
        return {**super().context(), "lead": self.kept.name}

    def act(self, form: Form) -> str:
        actions.drop_file(self.kept, warrant=self.request.leave.warrant())
        said = _("Đã bỏ bản gốc. Danh mục không có lời của văn bản này: hãy bổ sung.")
        if self.document.clauses.exists():
            said = _("Đã bỏ bản gốc. Lời văn bản vẫn còn.")
        messages.success(self.request, said)
        return self.back()


@private("legislation.edit")
def brought_file(request: DeskRequest, code: str, uuid: UUID) -> HttpResponse:
    """Hand a file out that waits to be kept, or was."""
    found = Original.objects.filter(document=document_of(code), uuid=uuid).first()
    if found is None:
        raise NotHere
    return answering.sent(found)


def original_of(code: str, uuid: UUID, *, kept: bool) -> Original:
    """Return a file of a document that is kept, or waits; raises NotHere."""
    rows = Original.objects.select_related("document").filter(document__code=code, uuid=uuid)
    found = rows.filter(kept_on__isnull=not kept).first()
    if found is None:
        raise NotHere
    return found


def _contents(parts: list[Piece]) -> list[tuple[str, int]]:
    """Count the parts by what they are, in the order in which they first come."""
    counted: dict[str, int] = {}
    for one in parts:
        name = one.label_vi.split(" ")[0] if one.level else one.label_vi
        counted[name] = counted.get(name, 0) + (not one.unplaced)
    return [(name, number) for name, number in counted.items() if number]
