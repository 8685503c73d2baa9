"""Editing: a document's attributes, and what it does to another."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mangnon.access.errors import NotHere
from mangnon.access.sending import ActPage
from mangnon.access.sending.editing import EditPage
from mangnon.legislation import actions
from mangnon.legislation.actions.editing import Tied
from mangnon.legislation.attributes import attributes_of
from mangnon.legislation.forms import DocumentForm, RelationForm, SureForm
from mangnon.legislation.models import Document, Relation
from mangnon.legislation.placeholders import document_or_number
from mangnon.legislation.views.reading import called, document_of, way, way_to
from mangnon.text.dates import format_date
from mangnon.ui.forms import Form


class _Page(ActPage):
    """An act on the document of the address."""

    document: Document
    button = gettext_lazy("Ghi")

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.document = document_of(kwargs["code"])

    def back(self) -> str:
        """Return where the act leads when it is done, or given up."""
        return reverse("legislation:one", args=[self.document.code])

    def context(self) -> dict[str, Any]:
        crumbs = way_to(self.document, (str(self.title), None))
        lead = called(self.document)
        return {**super().context(), "back": self.back(), "lead": lead, "crumbs": crumbs}


class Add(ActPage):
    """Add a document."""

    form_class = DocumentForm
    title = gettext_lazy("Thêm văn bản")
    button = gettext_lazy("Ghi")

    def context(self) -> dict[str, Any]:
        crumbs = way((str(self.title), None))
        return {**super().context(), "back": reverse("legislation:list"), "crumbs": crumbs}

    def act(self, form: Form) -> str:
        assert isinstance(form, DocumentForm)
        made = actions.put_document(form.told(), warrant=self.request.leave.warrant())
        messages.success(self.request, _("Đã thêm văn bản."))
        return reverse("legislation:one", args=[made.code])


class Correct(EditPage, _Page):
    """Correct a document's attributes; of two who do at once nobody is overwritten silently."""

    form_class = DocumentForm
    title = gettext_lazy("Sửa thuộc tính")

    def current(self) -> dict[str, str]:
        told = attributes_of(self.document)
        return {
            name: value if isinstance(value, str) else format_date(value, "vi") if value else ""
            for name, value in told.items()
        }

    def lock(self) -> None:
        self.document = Document.objects.select_for_update().get(pk=self.document.pk)

    def act(self, form: Form) -> str:
        assert isinstance(form, DocumentForm)
        warrant = self.request.leave.warrant()
        actions.put_document(form.told(), document=self.document, warrant=warrant)
        messages.success(self.request, _("Đã sửa. Trang công khai đổi theo trong vài giây."))
        return self.back()


class Relate(_Page):
    """Write what this document does to another."""

    form_class = RelationForm
    title = gettext_lazy("Thêm quan hệ với văn bản khác")
    relation: Relation | None = None

    def act(self, form: Form) -> str:
        told = dict(form.cleaned_data)
        warrant = self.request.leave.warrant()
        target = document_or_number(told.pop("other"), warrant=warrant)
        tied = Tied(target=target, **told)
        actions.put_relation(self.document, tied, relation=self.relation, warrant=warrant)
        said = _("Đã ghi.") if target.held or target.issued_on else _(
            "Đã ghi. Danh mục chưa có bản gốc của %(other)s: hãy bổ sung."
        ) % {"other": target}  # fmt: skip
        messages.success(self.request, said)
        return self.back()


class CorrectRelation(Relate):
    """Correct a relation that was written here."""

    title = gettext_lazy("Sửa quan hệ")

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.relation = relation_of(self.document, kwargs["key"])

    def initial(self) -> dict[str, Any]:
        one = self.relation
        assert one is not None
        names = ("kind", "part", "source_clause", "target_clause", "on", "until")
        return {"other": one.target.number or one.target.code} | {
            name: getattr(one, name) for name in names
        }


class DropRelation(_Page):
    """Take out a relation that was written here."""

    form_class = SureForm
    title = gettext_lazy("Bỏ quan hệ này?")
    button = gettext_lazy("Bỏ quan hệ")
    relation: Relation

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.relation = relation_of(self.document, kwargs["key"])

    def context(self) -> dict[str, Any]:
        other = called(self.relation.target)
        return {**super().context(), "lead": f"{called(self.document)} → {other}"}

    def act(self, form: Form) -> str:
        actions.drop_relation(self.relation, warrant=self.request.leave.warrant())
        messages.success(self.request, _("Đã bỏ quan hệ."))
        return self.back()


def relation_of(document: Document, key: str) -> Relation:
    """Return the relation of an address that was written here; raises NotHere."""
    kind, *rest = key.split("~")
    if len(rest) != 3:
        raise NotHere
    found = document.relations.select_related("source", "target").filter(
        kind=kind, target__code=rest[0], source_clause=rest[1], target_clause=rest[2],
        by_hand=True,
    )  # fmt: skip
    one = found.first()
    if one is None:
        raise NotHere
    return one
