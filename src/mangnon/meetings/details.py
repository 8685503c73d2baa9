"""What is told of a meeting, of who came, and of the plan behind a proof."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from mangnon.attachments.actions import Upload
from mangnon.legislation.models import Document
from mangnon.places.models import Office, Place


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the programme."""

    title_vi: str
    starts: time | None = None
    title_en: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker: the post, the office, and what about."""

    post_vi: str
    office: Office | None = None
    about_vi: str = ""
    post_en: str = ""
    about_en: str = ""


@dataclass(frozen=True, slots=True)
class Details:
    """A meeting as it is announced. ``last_day`` None: it ends on the day it begins.

    ``programme``, ``speakers``, ``papers``, ``together_with``: None leaves what stands there.
    """

    kind: str
    title_vi: str
    day: date
    place: Place
    last_day: date | None = None
    part: str = ""
    starts: time | None = None
    ends: time | None = None
    office: Office | None = None
    hall: str = ""
    capacity: int | None = None
    title_en: str = ""
    programme: Sequence[Point] | None = None
    speakers: Sequence[Voice] | None = None
    papers: Sequence[Document] | None = None
    together_with: Sequence[Office] | None = None

    @property
    def ends_on(self) -> date:
        """The last day."""
        return self.last_day or self.day


@dataclass(frozen=True, slots=True)
class Came:
    """How many of a place, or of an office, were invited and came; None: not known."""

    place: Place | None = None
    office: Office | None = None
    invited: int | None = None
    attended: int | None = None
    bases: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said."""
        return self.invited is None and self.attended is None and self.bases is None


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan that a level issued: a document of the library, or number, day and its file."""

    document: Document | None = None
    number: str = ""
    issued_on: date | None = None
    file: Upload | None = None
