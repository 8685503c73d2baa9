"""How long this room keeps what names a person."""

from mangnon.lasting import personal, plain

personal(
    "efforts.Account",
    account="by",
    plain="number year day simulated brought received given",
)
personal(
    "efforts.AccountLine",
    published="donor",
    plain="account side kinds amount children",
)
personal(
    "efforts.Partner",
    paper="name shown_as",
    plain="uuid simulated kind place",
)
personal(
    "efforts.Pledge",
    paper="partner what",
    plain="uuid simulated amount pledged_on due_on",
)
personal(
    "efforts.Gift",
    paper="partner note",
    plain="uuid simulated place pledge kind amount received_on",
)
personal(
    "efforts.Grant",
    paper="note",
    plain="uuid simulated place purpose amount children given_on",
)
personal(
    "efforts.ProposalStep",
    account="by",
    paper="words",
    plain="proposal act before after day",
)
plain(
    "efforts.Campaign",
    "efforts.Channel",
    "efforts.Measure",
    "efforts.BudgetLine",
    "efforts.Pilot",
    "efforts.Site",
    "efforts.Proposal",
)
