"""What every page that acts on one child begins with: the child, through the door."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from mangnon.access.sending import ActPage
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

    def get(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the form under the child's name."""
        warrant = self.request.leave.warrant()
        read(warrant, "register.name", subjects=[subject_of(self.child)], purpose="act")
        return super().get(request, *args, **kwargs)

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
