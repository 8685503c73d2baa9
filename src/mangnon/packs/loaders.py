"""The subjects that take something from a pack, in the order in which it is written."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from mangnon.aggregates import pack as aggregates
from mangnon.audit.warrants import Warrant
from mangnon.duties import pack as duties
from mangnon.facilities import pack as facilities
from mangnon.finding import pack as finding
from mangnon.indicators import pack as indicators
from mangnon.legislation import pack as legislation
from mangnon.meetings import pack as meetings
from mangnon.packfile import Context, Folder, Mistake, Part, Shape
from mangnon.packsync import Difference, Key, Sheet, Table
from mangnon.pages import pack as pages
from mangnon.pages import pack_kept as kept
from mangnon.places import pack as places
from mangnon.procedures import pack as procedures
from mangnon.programme import pack as programme
from mangnon.register import pack as register
from mangnon.services import pack as services


class Loader(Protocol):
    """What a subject's ``pack.py`` gives."""

    NAME: str
    SCHEMAS: Mapping[str, Shape]

    def read(self, folder: Folder) -> Part:
        """Read the subject's files; what cannot be read is noted in the folder."""

    def judge(self, part: Part, context: Context) -> list[Mistake]:
        """Return what is wrong with what was read."""

    def sheets(self, part: Part, context: Context) -> list[Sheet]:
        """Return the rows that should stand, in the order in which they can be written."""

    def apply(self, part: Part, context: Context, *, warrant: Warrant) -> list[Difference]:
        """Write them, through the subject's actions."""

    def withdraw(self, table: Table, keys: Iterable[Key], *, warrant: Warrant) -> None:
        """Remove rows of one table."""


LOADERS: tuple[Loader, ...] = (
    *(places, legislation, register, facilities, indicators, programme, duties),
    *(procedures, services, meetings, aggregates, kept, pages, finding),
)
