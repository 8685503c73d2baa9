"""How long what names a person is kept: each room declares it, in its ``retention.py``."""

from mangnon.lasting.declaring import (
    Declared,
    declared,
    eraser,
    erasers,
    flaws,
    personal,
    plain,
)
from mangnon.lasting.terms import TERMS, Term

__all__ = [
    "TERMS",
    "Declared",
    "Term",
    "declared",
    "eraser",
    "erasers",
    "flaws",
    "personal",
    "plain",
]
