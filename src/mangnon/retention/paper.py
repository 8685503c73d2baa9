"""The copy on paper: a tagged PDF set by Typst, from the same content as the page."""

import json
from pathlib import Path

from mangnon.reports import errors
from mangnon.retention.copying import Copy

_TEMPLATE = Path(__file__).with_name("copy.typ")


def pdf(copy: Copy) -> bytes:
    """Set a copy; raises a sentence where the extra ``pdf`` is not installed."""
    try:
        import typst
    except ImportError:
        raise errors.not_installed() from None
    made: bytes = typst.compile(
        _TEMPLATE,
        font_paths=typst.Fonts(include_system_fonts=False),
        sys_inputs={"content": json.dumps(copy, ensure_ascii=False)},
        pdf_standards="ua-1",
    )
    return made
