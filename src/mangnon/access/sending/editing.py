"""A form that edits a record: two people at once overwrite nothing; the second one chooses.

The page holds, signed, what the record said when it was opened. Where it says something else by
the time the form is sent, the form shows both values, field by field; nothing is written until
the person has chosen, and what she typed and let go stands in the trail, sealed.
"""

from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.utils.translation import gettext as _

from mangnon.access.sending import tokens
from mangnon.access.sending.pages import UNPROCESSABLE, ActPage
from mangnon.ui.forms import Form, in_words

_SALT = "mangnon.access.seen"
SEEN, CHOICE = "seen", "choice_"
MINE, THEIRS = "mine", "theirs"


@dataclass(frozen=True, slots=True)
class Conflict:
    """One field that somebody else changed meanwhile: what stands there, what was typed."""

    name: str
    label: str
    theirs: str
    mine: str


class _Conflicting(Exception):
    def __init__(self, conflicts: list[Conflict], current: dict[str, str]) -> None:
        super().__init__()
        self.conflicts, self.current = conflicts, current


class EditPage(ActPage):
    """An ``ActPage`` over a record that others may edit at the same time.

    Subclasses give ``current`` (field name to text, as the form would show it), lock the record
    in ``lock``, and may read ``self.let_go``: what was typed and given up for another's value.
    """

    let_go: dict[str, str]

    def current(self) -> dict[str, str]:
        """Return what the record says now, as the fields would show it."""
        raise NotImplementedError

    def lock(self) -> None:
        """Lock the record for the rest of the transaction, and read it again."""
        raise NotImplementedError

    def initial(self) -> dict[str, Any]:
        return self.current()

    def context(self) -> dict[str, Any]:
        return {**super().context(), "seen": self._seen_text()}

    def _sent(self, form: Form, token: tokens.Token) -> HttpResponse:
        self.let_go = {}
        try:
            with transaction.atomic():
                self.lock()
                return super()._sent(self._settled(form), token)
        except _Conflicting as met:
            return self._choices(form, met)

    def _settled(self, form: Form) -> Form:
        """Return the form with what was chosen; raises where there is something to choose."""
        current, seen = self.current(), self._seen()
        typed = {name: str(form.data.get(name, "")) for name in form.fields}
        edited = {name for name in current if not _same(form, name, typed[name], seen.get(name))}
        conflicts = [
            Conflict(
                name,
                str(form.fields[name].label),
                in_words(form[name], current[name]),
                in_words(form[name], typed[name]),
            )
            for name in current
            if name in edited
            and current[name] != seen.get(name)
            and not _same(form, name, typed[name], current[name])
        ]
        if conflicts:
            raise _Conflicting(conflicts, current)
        chosen = {name for name in edited if self.request.POST.get(CHOICE + name) == THEIRS}
        self.let_go = {name: typed[name] for name in chosen if typed[name] != current[name]}
        # What this person did not touch stays as it is now, whoever wrote it.
        taken = {name: current[name] for name in current if name in chosen or name not in edited}
        if not taken:
            return form
        data = self.request.POST.copy()
        for name, value in taken.items():
            data[name] = value
        settled = self.form_class(data, **self.form_words())
        settled.is_valid()
        return settled

    def _choices(self, form: Form, met: _Conflicting) -> HttpResponse:
        typed = [
            (name, value)
            for name, values in self.request.POST.lists()
            if name not in ("csrfmiddlewaretoken", tokens.FIELD, SEEN, "step")
            and not name.startswith(CHOICE)
            for value in values
        ]
        words = {
            "conflicts": met.conflicts,
            "typed": typed,
            "seen": self._signed(met.current),
            "title": _("Có người khác vừa sửa hồ sơ này"),
        }
        return self._page(self.conflict_template, form, words, UNPROCESSABLE)

    def _signed(self, values: dict[str, str]) -> str:
        return signing.dumps(values, salt=f"{_SALT}:{self.request.user.uuid}:{self.request.path}")

    def _seen_text(self) -> str:
        """Return what the page says it showed: as sent, or as the record stands now."""
        sent = self.request.POST.get(SEEN, "")
        return sent if sent else self._signed(self.current())

    def _seen(self) -> dict[str, str]:
        """Return what the record said when the form was opened; nothing where that is forged."""
        salt = f"{_SALT}:{self.request.user.uuid}:{self.request.path}"
        try:
            seen: dict[str, str] = signing.loads(self.request.POST.get(SEEN, ""), salt=salt)
        except signing.BadSignature:
            return {}
        return seen


def _same(form: Form, name: str, one: str, other: str | None) -> bool:
    """Whether two texts mean the same to the field: 1/2/2020 and 01-02-2020 do."""
    if one == other or other is None:
        return one == other
    field = form.fields[name]
    try:
        return bool(field.clean(one) == field.clean(other))
    except ValidationError:
        return False
