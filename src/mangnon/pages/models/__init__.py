"""The kinds of pages, pictures and boxes that editors keep."""

from mangnon.pages.models.boxes import WebsiteLink, WebsiteLinks
from mangnon.pages.models.made import Made
from mangnon.pages.models.news import NewsIndexPage, NewsPage, RelatedNews
from mangnon.pages.models.offices import OfficeProfile
from mangnon.pages.models.pictures import Consent, Picture, Rendition
from mangnon.pages.models.policies import PolicyBasis, PolicyPage
from mangnon.pages.models.reports import ContextSeries, ContextValue, StatisticalReport
from mangnon.pages.models.sections import HomePage, SectionPage, TextPage
from mangnon.pages.models.situations import SituationLink, SituationPage

__all__ = [
    "Consent",
    "ContextSeries",
    "ContextValue",
    "HomePage",
    "Made",
    "NewsIndexPage",
    "NewsPage",
    "OfficeProfile",
    "Picture",
    "PolicyBasis",
    "PolicyPage",
    "RelatedNews",
    "Rendition",
    "SectionPage",
    "SituationLink",
    "SituationPage",
    "StatisticalReport",
    "TextPage",
    "WebsiteLink",
    "WebsiteLinks",
]
