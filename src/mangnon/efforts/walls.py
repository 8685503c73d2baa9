"""What is done and paid for is for officers; the Fund's accounts, as published, are public."""

from mangnon.walls import public, shared, shown

shared(
    *("efforts.Measure", "efforts.BudgetLine", "efforts.Pilot", "efforts.Site"),
    *("efforts.Campaign", "efforts.Channel", "efforts.Proposal", "efforts.ProposalStep"),
    *("efforts.Partner", "efforts.Pledge", "efforts.Gift", "efforts.Grant"),
)
public("efforts.Account", "efforts.AccountLine")
# The Fund's accounts name who published them.
shown(
    "audit.Actor",
    when="EXISTS (SELECT 1 FROM efforts_account f WHERE f.by_id = audit_actor.id)",
)
