"""What is doubtful is named with exit code 1; a file is read whole or not at all."""

from datetime import date

import pytest

from mangnon.legislation import keeping
from mangnon.legislation.errors import ClauseInUse
from mangnon.legislation.models import Clause, Document, Original
from tests.support.library import blank_pdf, word_file


@pytest.fixture
def law(db, settings, tmp_path):
    settings.ATTACHMENTS_ROOT = tmp_path / "kept"
    return Document.objects.create(
        code="law", number="102/2016/QH13", number_key="102-2016-qh13", kind="law",
        title_vi="Luật Trẻ em", title_en="Children Law", issuer_vi="Quốc hội",
        issued_on=date(2016, 4, 5), in_force_from=date(2017, 6, 1),
    )  # fmt: skip


def test_nothing_doubtful_is_said_too(run, law):
    code, said = run("library", "check")
    assert code == 0 and "✓" in said


def test_an_end_before_the_start_is_named(run, law):
    Document.objects.filter(code="law").update(expired_on=date(2015, 1, 1))
    code, said = run("library", "check")
    assert code == 1
    assert "✗ ends_first" in said and "102/2016/QH13" in said


def test_a_text_is_read_by_the_number_of_its_document(run, law, tmp_path):
    file = tmp_path / "luat.txt"
    file.write_text("Điều 1. Trẻ em\nDưới 16 tuổi.\nĐiều 2. Nhiệm vụ\n3. nhảy số;", "utf-8")
    code, said = run("library", "read", "102/2016/qh13", str(file))
    assert code == 0 and "3 phần, 1 chưa xếp được" in said
    assert Clause.objects.get(anchor="dieu-1").text.endswith("Dưới 16 tuổi.")


def test_the_file_that_is_read_is_kept_as_the_original_once(run, law, tmp_path):
    file = tmp_path / "luat.docx"
    file.write_bytes(word_file("Điều 1. Trẻ em"))
    for _ in range(2):
        assert run("library", "read", "law", str(file))[0] == 0
    one = Original.objects.get()
    assert one.kept_on and keeping.read(one.uuid) == file.read_bytes()
    law.refresh_from_db()
    assert law.held and Clause.objects.get().anchor == "dieu-1"
    scan = tmp_path / "chup.pdf"
    scan.write_bytes(blank_pdf())
    code, said = run("library", "read", "law", str(scan))
    assert code == 0 and "bản chụp" in said
    assert Original.objects.count() == 2 and Clause.objects.count() == 1


def test_a_file_whose_words_cannot_be_taken_is_not_kept(run, law, tmp_path, monkeypatch):
    def in_use(*_said, **_words):
        raise ClauseInUse(["dieu-1"])

    monkeypatch.setattr("mangnon.legislation.actions.originals.put_text", in_use)
    file = tmp_path / "luat.docx"
    file.write_bytes(word_file("Điều 2. Khác"))
    code, said = run("library", "read", "law", str(file))
    assert code == 2 and "dieu-1" in said and not Original.objects.exists()


def test_a_bad_file_or_number_is_a_sentence_and_nothing_is_kept(run, law, tmp_path):
    file = tmp_path / "luat.pdf"
    file.write_bytes(b"%PDF-1.4 and then nothing")
    code, said = run("library", "read", "law", str(file))
    assert code == 2 and "luat.pdf" in said and "Traceback" not in said
    code, said = run("library", "read", "1/1999/QH1", str(file))
    assert code == 2 and "1/1999/QH1" in said
    assert not Clause.objects.exists()
