"""What stands for a child's records in the addresses of a page."""

from django import template

from mangnon.register.access import token_of

register = template.Library()
register.filter("token", token_of)
