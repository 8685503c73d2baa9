"""A file that is too large is refused before a byte of it is read."""

import os
from pathlib import Path

import pytest

pytestmark = pytest.mark.django_db
HUGE = 2 * 1024**3


@pytest.fixture
def huge(tmp_path, monkeypatch) -> Path:
    """Lay down a sparse file of 2 GB, which nobody may read."""

    def read(path):
        raise AssertionError(path)

    file = tmp_path / "lon.txt"
    file.touch()
    os.truncate(file, HUGE)
    monkeypatch.setattr(Path, "read_bytes", read)
    return file


@pytest.mark.parametrize(
    ("words", "most"),
    [
        (("import", "{}", "--place", "101", "--by", "Thử"), 20),
        (("library", "import", "{}"), 20),
        (("library", "read", "law", "{}"), 40),
    ],
)
def test_a_huge_file_is_refused_with_a_sentence(run, huge, words, most, monkeypatch):
    monkeypatch.setattr("mangnon.cli.library.document_named", lambda named: None)
    code, said = run(*(word.format(huge) for word in words))
    assert code == 2
    assert f"Tệp “lon.txt” lớn hơn {most} MB." in said and "Traceback" not in said
