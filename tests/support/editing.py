"""Filling in the forms of the editors' house, as a browser sends them."""

from typing import Any

from django.http import HttpResponse
from django.test import Client
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, streamfield

HOUSE = "/desk/cms/"


def send(desk: Client, where: str, form: str, /, **answers: Any) -> HttpResponse:
    """Open a form of the house, fill it in and send it; ``body`` is a list of blocks.

    What scripts build (a body, lists of rows) is empty unless it is answered.
    """
    page = desk.get(HOUSE + where)
    assert page.status_code == 200, (where, page.status_code)
    return send_again(desk, where, page, form, **answers)


def send_again(
    desk: Client, where: str, page: HttpResponse, form: str, /, **answers: Any
) -> HttpResponse:
    """Send a form that was opened before."""
    held = querydict_from_html(page.content.decode(), form_id=form)
    sent = {name: held.getlist(name) for name in held}
    body = nested_form_data({"body": streamfield(answers.pop("body", []))})
    return desk.post(HOUSE + where, {**sent, **body, **answers})


def write(desk: Client, number: int, /, **answers: Any) -> HttpResponse:
    """Write in a page's form; an answer named ``action-…`` is the button that was pressed."""
    buttons = {one.replace("_", "-"): "1" for one in answers if one.startswith("action_")}
    said = {name: value for name, value in answers.items() if not name.startswith("action_")}
    return send(desk, f"pages/{number}/edit/", "page-edit-form", **said, **buttons)
