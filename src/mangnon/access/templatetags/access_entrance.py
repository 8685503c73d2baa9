"""What the sign-in page asks for: the province's directory, and the people of a demonstration."""

import json
from pathlib import Path
from typing import Any, NamedTuple

from django import template
from django.conf import settings
from django.urls import reverse

register = template.Library()
# Written when a demonstration is built; of invented people only.
OFFICERS = "officers.json"


class Directory(NamedTuple):
    """The button that leads to the province's directory."""

    name: str
    url: str


@register.simple_tag
def directory() -> Directory | None:
    """Return the directory that is set up, or None."""
    apps = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    if not apps:
        return None
    where = reverse("openid_connect_login", kwargs={"provider_id": apps[0]["provider_id"]})
    return Directory(apps[0]["name"], where)


@register.simple_tag
def demo_people() -> dict[str, Any] | None:
    """Return the invented people and their password; in a demonstration only."""
    path = Path(settings.DATA_DIR) / OFFICERS
    if not settings.DEMO or not path.exists():
        return None
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found
