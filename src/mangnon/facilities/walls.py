"""Facilities and who works there: every officer's; public is only what a facility offers."""

from mangnon.walls import public, shared

shared(
    *("facilities.Facility", "facilities.Site", "facilities.StaffTitle", "facilities.Post"),
    *("facilities.Leave", "facilities.Standard", "facilities.Criterion"),
    *("facilities.Assessment", "facilities.Recognition"),
    engine=True,
)
shared("facilities.Tick", "facilities.AssessmentProof")
public("facilities.PublicOffer")
