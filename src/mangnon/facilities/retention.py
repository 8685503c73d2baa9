"""How long this room keeps what names a person."""

from mangnon.lasting import personal, plain

personal(
    "facilities.Post",
    paper="staff_number",
    plain="facility title contract share_of_time valid_from valid_to",
)
personal(
    "facilities.Leave",
    paper="post valid_from valid_to",
)
plain(
    "facilities.Facility",
    "facilities.Site",
    "facilities.StaffTitle",
    "facilities.Standard",
    "facilities.Criterion",
    "facilities.Assessment",
    "facilities.Recognition",
    "facilities.Tick",
    "facilities.AssessmentProof",
    "facilities.PublicOffer",
)
