"""Papers that can fail: promises have proofs, links lead somewhere, the reference is current."""

import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROOFS = ROOT / "tests" / "proofs"
PAPERS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\((?!https?://|#|mailto:)([^)#]+)")


def test_each_promise_has_its_proof_and_each_proof_its_promise():
    promised = re.findall(r"tests/proofs/(test_\w+\.py)\)", (ROOT / "docs/promises.md").read_text())
    assert sorted(promised) == sorted(path.name for path in PROOFS.glob("test_*.py"))


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.name)
def test_links_lead_somewhere(paper):
    dead = [
        link
        for link in LINK.findall(paper.read_text("utf-8"))
        if not (paper.parent / link).exists()
    ]
    assert dead == []


def test_the_reference_is_what_the_code_says():
    spec = importlib.util.spec_from_file_location("reference", ROOT / "scripts" / "reference.py")
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    assert reference.OUT.read_text("utf-8") == reference.text(), "run: python scripts/reference.py"


def test_a_demonstration_has_one_name_and_a_per_cent_sign_stands_close_to_its_number():
    """The glossary says minh họa; Vietnamese papers print 2,5%."""
    files = [
        path
        for folder in ("src", "packs")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".html", ".py", ".po", ".toml", ".csv", ".md")
    ]
    assert files
    for path in files:
        text = path.read_text("utf-8")
        assert "trình diễn" not in text.lower(), path
        apart = re.search(r"[\d}](?: |\u00a0|\\u00a0)[%‰](?=[\"'<;.,:)])", text)
        assert apart is None, (path, apart)
