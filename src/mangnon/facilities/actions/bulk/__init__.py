"""Acts on many facilities at once: what an import or a simulation writes."""

from mangnon.facilities.actions.bulk.facilities import (
    FacilitiesBatch,
    FacilityEndsBatch,
    add_facilities,
    close_facilities,
)
from mangnon.facilities.actions.bulk.leaves import LeavesBatch, add_leaves
from mangnon.facilities.actions.bulk.posts import PostEndsBatch, PostsBatch, add_posts, end_posts
from mangnon.facilities.actions.bulk.recognitions import (
    AssessmentsBatch,
    CommuneRecognitionsBatch,
    SchoolRecognitionsBatch,
    add_assessments,
    add_commune_recognitions,
    add_school_recognitions,
)

__all__ = [
    "AssessmentsBatch",
    "CommuneRecognitionsBatch",
    "FacilitiesBatch",
    "FacilityEndsBatch",
    "LeavesBatch",
    "PostEndsBatch",
    "PostsBatch",
    "SchoolRecognitionsBatch",
    "add_assessments",
    "add_commune_recognitions",
    "add_facilities",
    "add_leaves",
    "add_posts",
    "add_school_recognitions",
    "close_facilities",
    "end_posts",
]
