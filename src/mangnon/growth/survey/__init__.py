"""Reads a nutrition survey from a file and reports on it: `read_survey`, `report_on`."""

from mangnon.growth.survey.errors import SurveyError
from mangnon.growth.survey.reading import read_survey
from mangnon.growth.survey.report import Report, report_on
from mangnon.growth.survey.survey import Survey

__all__ = ["Report", "Survey", "SurveyError", "read_survey", "report_on"]
