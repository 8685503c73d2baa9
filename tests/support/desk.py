"""Walking through the desk's pages as one of the cast, and filling in what they ask."""

import html
import re
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.test import Client

if TYPE_CHECKING:  # a process that has yet to start Django imports this, too
    from mangnon.access.models import User

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
_HIDDEN = re.compile(r'<input[^>]*type="hidden"[^>]*>')
_INPUT = re.compile(r"<input[^>]*>")
_SELECT = re.compile(r'<select [^>]*name="([^"]+)"[^>]*>(.*?)</select>', re.DOTALL)
_TEXTAREA = re.compile(r'<textarea name="([^"]+)"[^>]*>\n?(.*?)</textarea>', re.DOTALL)
_ATTRIBUTE = re.compile(r'(\w[\w-]*)="([^"]*)"')


def signed_in(user: "User") -> Client:
    """Return a browser in which the person is signed in."""
    client = Client()
    client.force_login(user, backend=BACKEND)
    return client


def hidden(page: HttpResponse) -> dict[str, str]:
    """Return the hidden fields of a page's form."""
    found = [dict(_ATTRIBUTE.findall(one)) for one in _HIDDEN.findall(page.content.decode())]
    return {one["name"]: html.unescape(one.get("value", "")) for one in found if "name" in one}


def fill(client: Client, where: str, /, **answers: Any) -> HttpResponse:
    """Open a form, fill it in and send it; the answer is what the form led to."""
    page = client.get(where)
    assert page.status_code == 200, (where, page.status_code)
    return send(client, where, page, **answers)


def send(client: Client, where: str, page: HttpResponse, /, **answers: Any) -> HttpResponse:
    """Send a form that is open already, with what it holds and what is answered."""
    return client.post(where, {**_held(page), **answers})


def _held(page: HttpResponse) -> dict[str, str]:
    """Return what the form holds as it was opened: hidden fields, text, what is chosen."""
    held: dict[str, str] = {}
    text = page.content.decode()
    for tag in _INPUT.findall(text):
        words = dict(_ATTRIBUTE.findall(tag))
        if "name" not in words or words.get("type") == "search":
            continue
        if words.get("type") in ("radio", "checkbox") and " checked" not in tag:
            continue
        held[words["name"]] = html.unescape(words.get("value", ""))
    held |= {name: html.unescape(body) for name, body in _TEXTAREA.findall(text)}
    for name, body in _SELECT.findall(text):
        chosen = re.search(r'<option value="([^"]*)" selected', body)
        held[name] = chosen.group(1) if chosen else ""
    return held


def questions(client: Client, where: str) -> int:
    """How many questions a page asks of tables, once it is warm; the walls' own apart."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(where)
    with CaptureQueriesContext(connection) as met:
        assert client.get(where).status_code == 200
    return sum(" FROM " in one["sql"] for one in met.captured_queries)
