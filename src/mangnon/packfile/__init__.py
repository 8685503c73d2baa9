"""Reading a pack's files: every row and key keeps its line, every mistake says where. No Django."""

from mangnon.packfile.folder import Folder
from mangnon.packfile.mistakes import Mistake
from mangnon.packfile.parts import Context, Part
from mangnon.packfile.rows import Row
from mangnon.packfile.shapes import Field, Shape

__all__ = ["Context", "Field", "Folder", "Mistake", "Part", "Row", "Shape"]
