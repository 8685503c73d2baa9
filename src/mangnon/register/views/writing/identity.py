"""Entering a child, and correcting who it is."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mangnon.access.sending import ActPage
from mangnon.places.models import Place
from mangnon.register import actions, identity
from mangnon.register.errors import WrongState
from mangnon.register.forms.identity import EntryForm, IdentityForm
from mangnon.register.models import Child
from mangnon.register.particulars import Particulars
from mangnon.register.roster import roster
from mangnon.register.views.writing.base import ChildEditPage, file_address
from mangnon.text.dates import KnownDate, format_date
from mangnon.text.sentence import Sentence
from mangnon.ui.forms import Form


class Correct(ChildEditPage):
    """Correct name, sex, birth or document; two officers overwrite nothing of each other."""

    form_class = IdentityForm
    title = _("Sửa thông tin của trẻ")
    template = "register/act.html"

    def reveals(self) -> Iterable[str]:
        return ["register.reveal_document"] if self.child.document_sealed is not None else []

    def current(self) -> dict[str, str]:
        child = self.child
        birth = KnownDate(child.birth_date, child.birth_precision)  # type: ignore[arg-type]
        return {
            "name": identity.open_name(child) or "",
            "sex": child.sex,
            "birth": format_date(birth, "vi"),
            "document": identity.open_document(child) or "",
            "ethnic_group": child.ethnic_group,
            "citizen": "yes" if child.vietnamese_citizen else "no",
        }

    def lock(self) -> None:
        related = Child.objects.select_related("data_key").select_for_update(of=("self",))
        self.child = related.get(pk=self.child.pk)

    def act(self, form: Form) -> str:
        assert isinstance(form, IdentityForm)
        actions.correct_identity(
            self.child,
            form.particulars(),
            let_go=self.sealed_let_go(),
            warrant=self.request.leave.warrant(),
        )
        return self.back()


class Enter(ActPage):
    """Enter a child who is not in the register yet."""

    form_class = EntryForm
    title = _("Thêm một trẻ vào sổ")
    checks = True

    def form_words(self) -> dict[str, Any]:
        return {"places": self.request.leave.places}

    def context(self) -> dict[str, Any]:
        return {**super().context(), "back": reverse("desk")}

    def act(self, form: Form) -> str:
        assert isinstance(form, EntryForm)
        told, particulars = form.cleaned_data, form.particulars()
        place = Place.objects.get(pk=told["place"])
        if not told["another"]:
            _refuse_double(form, particulars, place)
        warrant = self.request.leave.warrant()
        household = None
        if told["address"] or told["telephone"]:
            household = actions.register_household(
                address=told["address"], telephone=told["telephone"], place=place, warrant=warrant
            )
        child = actions.register_child(
            particulars,
            place=place,
            lived_from=told["lived_from"],
            kind=told["kind"],
            household=household,
            warrant=warrant,
        )
        return file_address(child)


def _refuse_double(form: EntryForm, particulars: Particulars, place: Place) -> None:
    """Refuse once where the commune has a child of this very name and birth date."""
    hits = roster().search(particulars.name, scope={place.pk}, limit=20).hits
    born = Child.objects.filter(
        pk__in=[hit.id for hit in hits], birth_date=particulars.birth_date
    ).select_related("data_key")
    if any(identity.open_name(child) == particulars.name for child in born):
        form.ask_whether_another()
        raise WrongState(
            Sentence(
                vi="Xã này đã có một trẻ cùng họ tên và ngày sinh. Hãy tìm trong sổ trước; "
                "nếu đúng là một trẻ khác, hãy đánh dấu vào ô dưới cùng rồi gửi lại.",
                en="This commune already has a child of the same name and birth date. Search the "
                "register first; if it is another child, tick the last box and send again.",
            )
        )
