"""Accounts, roles and loans. Each act: demand, check, change, record; in one transaction."""

from mangnon.access.actions.accounts import add_person
from mangnon.access.actions.heirs import carry_over
from mangnon.access.actions.loans import borrow, give_back
from mangnon.access.actions.roles import end_role, give_role

__all__ = ["add_person", "borrow", "carry_over", "end_role", "give_back", "give_role"]
