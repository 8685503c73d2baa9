"""What is done and paid for is for officers; the Fund's accounts, as published, are public."""

from mangnon.walls import public, shared

shared(
    *("efforts.Measure", "efforts.BudgetLine", "efforts.Pilot", "efforts.Site"),
    *("efforts.Campaign", "efforts.Channel", "efforts.Proposal", "efforts.ProposalStep"),
    *("efforts.Partner", "efforts.Pledge", "efforts.Gift", "efforts.Grant"),
)
public("efforts.Account", "efforts.AccountLine")
