"""Accounts, roles and loans. Each act: demand, check, change, record; in one transaction."""

from mangnon.access.actions.accounts import add_person, choose_language, leave_directory
from mangnon.access.actions.codes import issue_code, use_code
from mangnon.access.actions.confirming import confirm_waiting, refuse_waiting
from mangnon.access.actions.factors import ask_factor_reset, confirm_factor_reset
from mangnon.access.actions.heirs import carry_over
from mangnon.access.actions.invitations import Invited, check_username, invite
from mangnon.access.actions.leaving import close_account, hand_over
from mangnon.access.actions.loans import borrow, give_back
from mangnon.access.actions.roles import confirm_role, end_role, give_role
from mangnon.access.actions.sessions import end_session, end_sessions

__all__ = [
    "Invited",
    "add_person",
    "ask_factor_reset",
    "borrow",
    "carry_over",
    "check_username",
    "choose_language",
    "close_account",
    "confirm_factor_reset",
    "confirm_role",
    "confirm_waiting",
    "end_role",
    "end_session",
    "end_sessions",
    "give_back",
    "give_role",
    "hand_over",
    "invite",
    "issue_code",
    "leave_directory",
    "refuse_waiting",
    "use_code",
]
