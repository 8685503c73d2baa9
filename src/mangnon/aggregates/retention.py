"""How long this room keeps what names a person."""

from mangnon.lasting import personal, plain

personal(
    "aggregates.Report",
    account="sent_by",
    plain="uuid form place period_start state due_on first_sent_on sent_on approved_on version",
)
personal(
    "aggregates.Told",
    record="words_sealed",
    plain="uuid",
)
personal(
    "aggregates.Step",
    account="by",
    plain="report act before after day told",
)
personal(
    "aggregates.Restatement",
    account="by",
    plain="uuid figure old_numerator old_denominator numerator denominator day told",
)
plain(
    "aggregates.ReportForm",
    "aggregates.Item",
    "aggregates.Figure",
)
