"""Acting: a spreadsheet is brought, its columns confirmed, accepted, taken back, dropped."""

from typing import Any, ClassVar

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy

from mangnon.access.sending import ActPage
from mangnon.imports import actions, headings, staging
from mangnon.imports.actions.working import CHUNK
from mangnon.imports.forms import BringForm, ColumnsForm, SureForm
from mangnon.imports.models import Import, Verdict
from mangnon.imports.queries import import_within, writable
from mangnon.imports.reading import tables
from mangnon.imports.sheets import sheet_of
from mangnon.places.models import Place
from mangnon.ui.forms import Form

_AT_ONCE = 300_000  # bytes; what is small is done before the page answers


class Bring(ActPage):
    """Bring a file."""

    form_class = BringForm
    title = gettext_lazy("Đưa bảng tính lên")
    lead = gettext_lazy("Chưa ghi gì vào sổ: từng dòng được đối chiếu trước, bạn xem rồi mới nhận.")
    button = gettext_lazy("Đưa lên và nhận ra các cột")

    def form_words(self) -> dict[str, Any]:
        return {"writable": writable(self.request.leave)}

    def context(self) -> dict[str, Any]:
        return {**super().context(), "back": reverse("imports:list")}

    def act(self, form: Form) -> str:
        told = form.cleaned_data
        one = actions.bring(
            sheet_of(told["sheet"]), told["file"].name or "", told["file"].read(),
            place=Place.objects.get(pk=told["place"]), warrant=self.request.leave.warrant(),
        )  # fmt: skip
        return reverse("imports:columns", args=[one.uuid])


class ImportPage(ActPage):
    """An act on the spreadsheet of the address."""

    form_class: ClassVar[type[Form]] = SureForm
    template = "imports/act.html"
    one: Import

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.one = import_within(self.request.leave, kwargs["uuid"])

    def context(self) -> dict[str, Any]:
        return {
            **super().context(), "one": self.one, "name": staging.name_of(self.one),
            "sheet": sheet_of(self.one.sheet), "back": self.back(),
        }  # fmt: skip

    def back(self) -> str:
        """Return the page of the spreadsheet."""
        return reverse("imports:import", args=[self.one.uuid])

    def worked(self, one: Import) -> str:
        """Do a small one at once; a large one is done by the process beside the site."""
        if 0 < one.rows <= CHUNK and one.size <= _AT_ONCE:
            actions.work(one, warrant=self.request.leave.warrant())
        return self.back()


class Columns(ImportPage):
    """Confirm which column is which."""

    form_class = ColumnsForm
    title = gettext_lazy("Cột nào là gì?")
    lead = gettext_lazy("Kiểm tra các cột đã nhận ra, rồi đối chiếu từng dòng với sổ.")
    button = gettext_lazy("Đúng, đối chiếu")

    def form_words(self) -> dict[str, Any]:
        sheet = sheet_of(self.one.sheet)
        content = staging.content_of(self.one, staging.key_of(self.one))
        found = headings.found(sheet, tables(self.one.layout["kind"], content))
        return {"headings": found.headings, "chosen": found.columns, "sheet": sheet}

    def act(self, form: Form) -> str:
        assert isinstance(form, ColumnsForm)
        warrant = self.request.leave.warrant()
        return self.worked(actions.choose_columns(self.one, form.columns(), warrant=warrant))


class Accept(ImportPage):
    """Have what is new and changed written."""

    title = gettext_lazy("Ghi bảng tính vào sổ")
    button = gettext_lazy("Ghi vào sổ")

    def context(self) -> dict[str, Any]:
        counts = {one: self.one.counted(one) for one in Verdict.values}
        return {**super().context(), "told": counts}

    def act(self, form: Form) -> str:
        return self.worked(actions.accept(self.one, warrant=self.request.leave.warrant()))


class TakeBack(ImportPage):
    """Take back whatever was written."""

    title = gettext_lazy("Rút lại bảng tính")
    lead = gettext_lazy("Mọi dòng đã ghi được rút khỏi sổ; hồ sơ đã sửa sau đó thì để nguyên và "
                        "được nêu tên dòng.")  # fmt: skip
    button = gettext_lazy("Rút lại")

    def act(self, form: Form) -> str:
        return self.worked(actions.take_back(self.one, warrant=self.request.leave.warrant()))


class Again(ImportPage):
    """Hold the rows against what stands now."""

    title = gettext_lazy("Đối chiếu lại")
    lead = gettext_lazy("Từng dòng được đối chiếu lại với sổ như hiện nay.")
    button = gettext_lazy("Đối chiếu lại")

    def act(self, form: Form) -> str:
        return self.worked(actions.judge_again(self.one, warrant=self.request.leave.warrant()))


class Drop(ImportPage):
    """Forget the file and its rows."""

    title = gettext_lazy("Bỏ bảng tính")
    lead = gettext_lazy("Tệp và các dòng đã đọc bị xóa; sổ không đổi.")
    button = gettext_lazy("Bỏ bảng tính")

    def act(self, form: Form) -> str:
        actions.drop(self.one, warrant=self.request.leave.warrant())
        return reverse("imports:list")
