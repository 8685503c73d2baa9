"""A PDF's words, page by page; run in the limited process alone."""

from typing import Any

import pypdfium2

from mangnon.legislation.reading.child import MOST_LETTERS, Refused

MOST_PAGES = 2000


def read_pdf(content: bytes) -> dict[str, Any]:
    """Read a PDF; a page without letters is counted as a picture."""
    try:
        opened = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise Refused("locked" if "assword" in str(error) else "broken") from None
    if len(opened) > MOST_PAGES:
        raise Refused("too_long")
    pages, pictures, letters = [], 0, 0
    for page in opened:
        said = page.get_textpage().get_text_range().replace("\r\n", "\n").replace("\x02", "-")
        letters += len(said)
        if letters > MOST_LETTERS:
            raise Refused("too_long")
        pictures += not said.strip()
        pages.append(said)
    return {"text": "\n".join(pages), "pages": len(pages), "pictures": pictures}
