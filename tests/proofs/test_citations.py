"""What a text cites is linked to the one document and clause it means, and nothing else is.

The passages were written before the recogniser, in the layouts of three issuers; the figures are
counted over (document, clause) pairs of all of them. The page is asked at the end.
"""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from mangnon.legislation.citing.known import Known, Shelf
from mangnon.legislation.citing.recognise import citations
from mangnon.text.document_numbers import document_key

FOLDER = Path(__file__).with_name("citations")
LAYOUTS = ("state", "province", "party")
MARK = re.compile(r"\[\[([^|\]]+)\|([^\]]+)\]\]")


def library():
    for line in (FOLDER / "library.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            code, number, kind, title, issuer, issued = line.split("|")
            on = date.fromisoformat(issued) if issued else None
            yield Known(code, number, kind, title, issuer, on)


KNOWN = list(library())
SHELF = Shelf.of(KNOWN)
CODES = {document_key(one.number): one.code for one in KNOWN}


def passages(layout):
    for line in (FOLDER / f"{layout}.txt").read_text(encoding="utf-8").splitlines():
        meant = Counter(target(said) for _, said in MARK.findall(line))
        yield MARK.sub(r"\1", line), meant


def target(said):
    key, _, anchor = said.partition("#")
    key, _, code = key.partition("@")
    return code or CODES[key], anchor


def counted(layouts):
    right = linked = meant_in_all = 0
    misses = []
    for layout in layouts:
        for text, meant in passages(layout):
            found = Counter((one.code, one.anchor) for one in citations(text, SHELF))
            right += (found & meant).total()
            linked += found.total()
            meant_in_all += meant.total()
            if found != meant:
                misses.append((layout, text, dict(found - meant), dict(meant - found)))
    return right / linked, right / meant_in_all, misses


def test_there_are_a_hundred_passages_of_three_issuers():
    assert sum(len(list(passages(one))) for one in LAYOUTS) >= 100


def test_precision_and_recall():
    precision, recall, misses = counted(LAYOUTS)
    assert precision >= 0.98 and recall >= 0.90, misses


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_layout_is_left_behind(layout):
    precision, recall, misses = counted([layout])
    assert precision >= 0.95 and recall >= 0.85, misses


def test_what_two_documents_share_is_no_link():
    assert citations("Quyết định số 05/2015/QĐ-UBND", SHELF) == []


def test_a_day_that_is_another_is_no_link():
    assert citations("Chỉ thị số 20-CT/TW ngày 01/02/2001", SHELF) == []
