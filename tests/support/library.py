"""A document of the library with all that an editor may do to it."""

import io
import zipfile

import pypdfium2

from mangnon import clock
from mangnon.access.worded import worded
from mangnon.audit.warrants import Warrant
from mangnon.legislation import actions
from mangnon.legislation.actions.editing import Tied
from mangnon.legislation.models import Problem

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def papers(warrant: Warrant) -> dict[str, list[object]]:
    """Write a document, its relation, two files and a reader's words; what names each."""
    told = {"title_vi": "Văn bản Mẫu", "kind": "decree", "number": "01/2014/NĐ-CP"}
    one = actions.put_document(told, warrant=warrant)
    other = actions.put_document({"title_vi": "Văn bản kia", "kind": "law"}, warrant=warrant)
    tie = actions.put_relation(one, Tied("basis", other), warrant=warrant)
    scan = actions.bring_file(one, "goc.pdf", blank_pdf(), warrant=warrant)
    actions.keep_file(scan, as_text=False, warrant=warrant)
    text = actions.bring_file(one, "loi.txt", "Điều 1. Lời Mẫu".encode(), warrant=warrant)
    problem = worded(Problem, "Sai ngày Mẫu", document=one, reported_on=clock.today())
    problem.save()
    return {
        "paper": [one.code], "paper_tie": [one.code, tie.key], "paper_file": [one.code, scan.uuid],
        "paper_waiting": [one.code, text.uuid], "paper_problem": [problem.uuid],
    }  # fmt: skip


def blank_pdf(pages: int = 1) -> bytes:
    """Return a PDF without a letter on it, as a scan is."""
    made = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        made.new_page(200, 200)
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def word_file(*lines: str) -> bytes:
    """Return a Word file of some paragraphs."""
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr(
            "word/document.xml", f"<w:document {_W}><w:body>{body}</w:body></w:document>"
        )
    return held.getvalue()
