"""Everything that changes the records of facilities. Demand, check, change, record, announce."""

from mangnon.facilities.actions.assessments import assess
from mangnon.facilities.actions.bulk import (
    AssessmentsBatch,
    CommuneRecognitionsBatch,
    FacilitiesBatch,
    FacilityEndsBatch,
    LeavesBatch,
    PostEndsBatch,
    PostsBatch,
    SchoolRecognitionsBatch,
    add_assessments,
    add_commune_recognitions,
    add_facilities,
    add_leaves,
    add_posts,
    add_school_recognitions,
    close_facilities,
    end_posts,
)
from mangnon.facilities.actions.correcting import (
    correct_facility,
    described,
    take_back_facility,
    take_back_leaving,
    take_back_post,
)
from mangnon.facilities.actions.criteria import Ticked, assess_criteria
from mangnon.facilities.actions.facilities import close_facility, move_site, open_facility
from mangnon.facilities.actions.heirs import assign_facility_heirs
from mangnon.facilities.actions.leaves import go_on_leave
from mangnon.facilities.actions.offers import publish_offer, withdraw_offer
from mangnon.facilities.actions.posts import hire, leave_post
from mangnon.facilities.actions.recognitions import recognise_commune, recognise_school

__all__ = [
    "AssessmentsBatch",
    "CommuneRecognitionsBatch",
    "FacilitiesBatch",
    "FacilityEndsBatch",
    "LeavesBatch",
    "PostEndsBatch",
    "PostsBatch",
    "SchoolRecognitionsBatch",
    "Ticked",
    "add_assessments",
    "add_commune_recognitions",
    "add_facilities",
    "add_leaves",
    "add_posts",
    "add_school_recognitions",
    "assess",
    "assess_criteria",
    "assign_facility_heirs",
    "close_facilities",
    "close_facility",
    "correct_facility",
    "described",
    "end_posts",
    "go_on_leave",
    "hire",
    "leave_post",
    "move_site",
    "open_facility",
    "publish_offer",
    "recognise_commune",
    "recognise_school",
    "take_back_facility",
    "take_back_leaving",
    "take_back_post",
    "withdraw_offer",
]
