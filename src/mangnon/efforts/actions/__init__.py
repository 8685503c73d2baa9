"""Every act on tasks and solutions."""

from mangnon.efforts.actions.accounts import publish_accounts
from mangnon.efforts.actions.campaigns import add_channel, begin_campaign, say_effect
from mangnon.efforts.actions.fund import add_partner, give, pledge, receive
from mangnon.efforts.actions.heirs import pass_to_heirs
from mangnon.efforts.actions.measures import add_measure, set_budget
from mangnon.efforts.actions.pilots import add_pilot, add_site, end_site
from mangnon.efforts.actions.proposals import propose, take

__all__ = [
    "add_channel",
    "add_measure",
    "add_partner",
    "add_pilot",
    "add_site",
    "begin_campaign",
    "end_site",
    "give",
    "pass_to_heirs",
    "pledge",
    "propose",
    "publish_accounts",
    "receive",
    "say_effect",
    "set_budget",
    "take",
]
