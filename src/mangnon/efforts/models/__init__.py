"""The records of tasks and solutions; money is whole đồng."""

from mangnon.efforts.models.accounts import Account, AccountLine
from mangnon.efforts.models.campaigns import Campaign, Channel
from mangnon.efforts.models.fund import Gift, Grant, Partner, Pledge
from mangnon.efforts.models.measures import BudgetLine, Measure
from mangnon.efforts.models.pilots import Pilot, Site
from mangnon.efforts.models.proposals import Proposal, ProposalStep

__all__ = [
    "Account",
    "AccountLine",
    "BudgetLine",
    "Campaign",
    "Channel",
    "Gift",
    "Grant",
    "Measure",
    "Partner",
    "Pilot",
    "Pledge",
    "Proposal",
    "ProposalStep",
    "Site",
]
