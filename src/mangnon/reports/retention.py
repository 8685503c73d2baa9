"""How long this room keeps what names a person."""

from mangnon.lasting import personal

personal(
    "reports.Report",
    paper="signed_by begun_by words frozen",
    plain=(
        "uuid place kind first_day last_day issuer number issued_at recipients state begun_on "
        "signed_on authority post digest version"
    ),
)
