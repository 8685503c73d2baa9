"""The words for documents, as public pages say them: the room's own."""

from mangnon.legislation.wording import KINDS as KINDS
from mangnon.legislation.wording import LINES as LINES
from mangnon.legislation.wording import RELATIONS as RELATIONS
from mangnon.legislation.wording import STANDINGS as STANDINGS
