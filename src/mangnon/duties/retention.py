"""How long this room keeps what names a person."""

from mangnon.lasting import personal, plain

personal(
    "duties.Handing",
    account="by",
    plain="uuid duty held within rule day deadline_kind deadline_day deadline_days",
)
personal(
    "duties.Said",
    record="words_sealed",
    plain="uuid",
)
personal(
    "duties.Step",
    account="by",
    plain="uuid assignment act before after day said numbers",
)
plain(
    "duties.SpecialDay",
    "duties.Duty_supporting",
    "duties.Duty",
    "duties.Assignment",
    "duties.Evidence",
    "duties.PublicDuty",
    "duties.Pause",
    "duties.Extension",
)
