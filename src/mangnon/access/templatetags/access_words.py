"""Roles, rights and places in the language of the page."""

from django import template

from mangnon.access import wording

register = template.Library()
register.filter("role_title", wording.role_title)
register.filter("right_words", wording.right_words)
register.filter("place_name", wording.place_name)
register.filter("passkey_token", wording.passkey_token)
