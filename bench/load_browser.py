"""A browser of a load: pages, forms and redirects by hand, so that each request is timed apart.

What is answered otherwise than expected is an error, told with the answer's first words.
"""

import html
import re
from collections.abc import Mapping
from http.cookiejar import Cookie
from typing import Any
from urllib.parse import urlencode

_FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)
_INPUT = re.compile(r"<input\b[^>]*>")
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_ASIDE = re.compile(r"<(head|header|style|script)\b.*?</\1>|<[^>]+>", re.DOTALL)
_WRITTEN = "application/x-www-form-urlencoded"
WORDS = 160  # characters of a wrong answer that are told


class Unexpected(Exception):
    """An answer was not the one expected; it is among the errors already."""


def form_of(page: str, field: str) -> dict[str, str]:
    """Give what the form that has a field of that name holds, as it was opened."""
    form = next((one for one in _FORM.findall(page) if f'name="{field}"' in one), "")
    return held(form)


def held(piece: str) -> dict[str, str]:
    """Give the named values of the inputs in a piece of a page, of ticks those that are set."""
    found = {}
    for tag in _INPUT.findall(piece):
        words = dict(_ATTRIBUTE.findall(tag))
        tick = words.get("type") in ("radio", "checkbox")
        if "name" in words and (not tick or " checked" in tag):
            found[words["name"]] = html.unescape(words.get("value", "on" if tick else ""))
    return found


def first_words(page: str) -> str:
    """Give what a reader would see first of a page."""
    return " ".join(html.unescape(_ASIDE.sub(" ", page)).split())[:WORDS]


class Browser:
    """Sends requests of one signed-in person through locust's client, which times them."""

    def __init__(self, client: Any, cookies: Mapping[str, str]) -> None:
        self._client = client
        for name, value in cookies.items():
            client.cookiejar.set_cookie(_cookie(name, value))

    def open(self, kind: str, address: str) -> str:
        """Open a page and give its text."""
        return self._asked("GET", kind, address, (200,))[1]

    def send(
        self,
        kind: str,
        address: str,
        fields: Mapping[str, str],
        *,
        statuses: tuple[int, ...] = (302,),
        piece: bool = False,
    ) -> tuple[int, str]:
        """Send a form; gives the status, and the text or where a redirect leads.

        ``piece``: as htmx sends it.
        """
        headers = {"Content-Type": _WRITTEN, **({"HX-Request": "true"} if piece else {})}
        return self._asked("POST", kind, address, statuses, urlencode(fields), headers)

    def _asked(
        self,
        method: str,
        kind: str,
        address: str,
        statuses: tuple[int, ...],
        body: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> tuple[int, str]:
        with self._client.request(
            method, address, name=kind, data=body, headers=dict(headers or {}),
            allow_redirects=False, catch_response=True,
        ) as answer:  # fmt: skip
            status = answer.status_code
            if status in statuses:
                answer.success()
                text = answer.headers["Location"] if status == 302 else answer.text
                return status, text
            answer.failure(f"{status}: {first_words(answer.text or str(answer.error))}")
        raise Unexpected(kind)


def _cookie(name: str, value: str) -> Cookie:
    return Cookie(
        0, name, value, None, False, "127.0.0.1", True, False, "/desk/", True, False, None, True,
        None, None, {},
    )  # fmt: skip
