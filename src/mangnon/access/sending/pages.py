"""The page of a form that acts: show, check, send once, lead on."""

from typing import Any, ClassVar
from uuid import UUID

from django.db import IntegrityError, transaction
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from django.views import View

from mangnon.access.actions.sendings import note_sending, take_typed
from mangnon.access.errors import StaleForm
from mangnon.access.routes import DeskRequest
from mangnon.access.sending import tokens
from mangnon.text.sentence import DomainError
from mangnon.ui.forms import Form

UNPROCESSABLE = 422
_OURS = ("csrfmiddlewaretoken", tokens.FIELD, "step")


class ActPage(View):
    """A form that does one act. Subclasses give the form, the words, and the act.

    A second sending of the same form leads where the first one led; a form made for another
    person or page is refused; what was typed in a session that had ended is there again.
    """

    form_class: ClassVar[type[Form]]
    title: str | Promise = ""
    lead: str | Promise = ""
    button: str | Promise = gettext_lazy("Ghi vào sổ")
    checks: ClassVar[bool] = False  # whether the answers are shown once more before they are sent
    template: ClassVar[str] = "ui/forms/page.html"
    check_template: ClassVar[str] = "ui/forms/check.html"
    conflict_template: ClassVar[str] = "ui/forms/conflict.html"  # of pages that edit (EditPage)
    request: DeskRequest

    def act(self, form: Form) -> str:
        """Do the act and return the address to go on to; a DomainError is shown on the form."""
        raise NotImplementedError

    def initial(self) -> dict[str, Any]:
        """Return what the fields hold at first."""
        return {}

    def form_words(self) -> dict[str, Any]:
        """Return further arguments of the form."""
        return {}

    def context(self) -> dict[str, Any]:
        """Return what the template needs besides."""
        return {}

    def note_reading(self) -> None:
        """Leave the entry of what the page is about to show of somebody, however it is reached."""

    def get(self, request: DeskRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the form, with what was typed before the session ended."""
        typed = self._typed_before()
        if typed is not None:
            return self._shown(self.form_class(typed, **self.form_words()), restored=True)
        return self._shown(self.form_class(initial=self.initial(), **self.form_words()))

    def post(self, request: DeskRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Send: check the token, the fields, perhaps show the answers, then act once."""
        try:
            token = tokens.of(request.user, request.path, request.POST.get(tokens.FIELD, ""))
        except StaleForm as error:
            return self._refused(error)
        form = self.form_class(request.POST, request.FILES, **self.form_words())
        led_to = tokens.answered(token)
        if led_to is not None:
            return HttpResponseRedirect(led_to)
        if not form.is_valid():
            return self._shown(form, status=UNPROCESSABLE)
        step = request.POST.get("step", "send")
        if self.checks and step != "send":
            return self._shown(form) if step == "change" else self._checked(form)
        return self._sent(form, token)

    def _sent(self, form: Form, token: tokens.Token) -> HttpResponse:
        try:
            with transaction.atomic():
                led_to = self.act(form)
                note_sending(token.key, self.request.user, led_to)
        except DomainError as error:
            named = getattr(error, "field", "")
            form.refuse(error, named if named in form.fields else None)
            return self._shown(form, status=UNPROCESSABLE)
        except IntegrityError:
            # Two sendings at once: the second's act is undone, and leads where the first led.
            led_to = tokens.answered(token) or ""
            if not led_to:
                raise
        return HttpResponseRedirect(led_to)

    def _refused(self, error: DomainError) -> HttpResponse:
        """Show the form anew with what was typed, and say why it was not sent."""
        form = self.form_class(self.request.POST, **self.form_words())
        form.is_valid()
        form.refuse(error)
        return self._shown(form, status=UNPROCESSABLE)

    def _checked(self, form: Form) -> HttpResponse:
        typed = [
            (name, value)
            for name, values in self.request.POST.lists()
            if name not in _OURS
            for value in values
        ]
        return self._page(self.check_template, form, {"typed": typed})

    def _shown(self, form: Form, *, status: int = 200, restored: bool = False) -> HttpResponse:
        return self._page(self.template, form, {"restored": restored}, status)

    def _page(
        self, template: str, form: Form, more: dict[str, Any], status: int = 200
    ) -> HttpResponse:
        self.note_reading()
        words = {
            "form": form,
            "title": self.title,
            "lead": self.lead,
            "button": self.button,
            "checks": self.checks,
            "sending": self._token(),
        }
        return render(self.request, template, {**words, **self.context(), **more}, status=status)

    def _token(self) -> str:
        """Keep the token of a form that is shown again, so that it is still sent once."""
        sent = self.request.POST.get(tokens.FIELD, "")
        try:
            tokens.of(self.request.user, self.request.path, sent)
        except StaleForm:
            return tokens.issue(self.request.user, self.request.path)
        return sent

    def _typed_before(self) -> QueryDict | None:
        try:
            key = UUID(self.request.GET.get("typed", ""))
        except ValueError:
            return None
        fields = take_typed(key, self.request.user)
        if fields is None:
            return None
        typed = QueryDict(mutable=True)
        for name, values in fields.items():
            if name not in _OURS:
                typed.setlist(name, values)
        return typed
