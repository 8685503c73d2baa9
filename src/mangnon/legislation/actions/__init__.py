"""Acts on the library: what a pack brings, what editors write, files, what readers send."""

from mangnon.legislation.actions.editing import drop_relation, put_document, put_relation
from mangnon.legislation.actions.originals import bring_file, drop_file, keep_file, take_file
from mangnon.legislation.actions.putting import put_documents, put_text, withdraw

__all__ = [
    "bring_file",
    "drop_file",
    "drop_relation",
    "keep_file",
    "put_document",
    "put_documents",
    "put_relation",
    "put_text",
    "take_file",
    "withdraw",
]
