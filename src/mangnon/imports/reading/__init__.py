"""Reading a file into rows of text: a workbook or a comma-separated file, nothing of it run."""

from mangnon.imports.reading.files import Kind, judged
from mangnon.imports.reading.tables import Table, tables

__all__ = ["Kind", "Table", "judged", "tables"]
