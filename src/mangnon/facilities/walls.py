"""Facilities and who works there: every officer's; what is published of them is in a release."""

from mangnon.walls import shared

shared(
    *("facilities.Facility", "facilities.Site", "facilities.StaffTitle", "facilities.Post"),
    *("facilities.Leave", "facilities.Standard", "facilities.Criterion"),
    *("facilities.Assessment", "facilities.Recognition"),
    engine=True,
)
