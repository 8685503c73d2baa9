"""What every page that acts on one child begins with: the child, through the door."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from mangnon.access.sending import ActPage
from mangnon.access.sending.editing import EditPage
from mangnon.audit.actions import read
from mangnon.register import identity
from mangnon.register.access import child_within
from mangnon.register.actions.changes import subject_of
from mangnon.register.models import Child


def file_address(child: Child) -> str:
    """Return the address of a child's file."""
    return reverse("register:file", args=[child.uuid])


class ChildPage(ActPage):
    """An act on the child of the address; its name is shown, and that reading recorded."""

    template = "register/act.html"
    check_template = "register/check.html"
    conflict_template = "register/conflict.html"
    child: Child

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.child = child_within(self.request.leave, kwargs["uuid"])

    def note_reading(self) -> None:
        """Leave the entry of the name, and of each masked value that the form shows."""
        warrant = self.request.leave.warrant()
        for what in ("register.name", *self.reveals()):
            read(warrant, what, subjects=[subject_of(self.child)], purpose="act")

    def reveals(self) -> Iterable[str]:
        """Return what the page shows besides the name, as the trail calls it."""
        return ()

    def context(self) -> dict[str, Any]:
        return {
            **super().context(),
            "child": self.child,
            "child_name": identity.open_name(self.child) or "",
            "back": self.back(),
        }

    def back(self) -> str:
        """Return where the act leads when it is done, or given up."""
        return file_address(self.child)


class ChildEditPage(EditPage, ChildPage):
    """A form over a record of the child that others may edit at the same time."""

    def sealed_let_go(self) -> dict[str, str]:
        """Return what was typed and given up, as the trail keeps it: sealed, hexadecimal."""
        return {
            name: identity.seal_words(self.child, "let_go", text).hex()
            for name, text in self.let_go.items()
        }
