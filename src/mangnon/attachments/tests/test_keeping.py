"""A kept file: locked on the disk and in the row, in the trail, handed out as a download."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from mangnon.attachments.actions import keep, name_of, open_file
from mangnon.attachments.answering import sent
from mangnon.attachments.errors import FileGone, WrongFile
from mangnon.attachments.models import Attachment
from mangnon.attachments.tests.conftest import PDF, picture
from mangnon.audit.errors import NoWarrant
from mangnon.audit.models import Entry

ACT = "duties.do"
NAME = "Danh sách cháu Mận Mẫu.pdf"


@pytest.fixture
def kept(root, warrant) -> Attachment:
    return keep(SimpleUploadedFile(NAME, PDF), act=ACT, warrant=warrant)


def test_it_is_given_back_as_it_was_with_an_entry(kept, warrant):
    opened = open_file(Attachment.objects.get(), warrant=warrant)
    assert (opened.name, opened.content) == (NAME, PDF)
    acts = Entry.objects.filter(act__startswith="attachments.").order_by("pk")
    assert list(acts.values_list("act", flat=True)) == ["attachments.keep", "attachments.open"]


def test_neither_disk_nor_row_nor_trail_tells_its_name_or_content(kept, root):
    files = [one for one in root.rglob("*") if one.is_file()]
    assert len(files) == 1 and b"%PDF" not in files[0].read_bytes()
    assert files[0].stat().st_mode & 0o077 == 0
    row = Attachment.objects.values().get()
    assert "Mận" not in str(row) and "Mận" not in files[0].name
    assert "Mận" not in str(list(Entry.objects.values_list("data", "subjects")))
    assert name_of(kept) == NAME


def test_what_is_refused_leaves_nothing(root, warrant):
    with pytest.raises(WrongFile):
        keep(SimpleUploadedFile("anh.jpg", PDF), act=ACT, warrant=warrant)
    assert not Attachment.objects.exists() and not list(root.rglob("*"))


def test_who_may_not_act_brings_nothing(root, warrant):
    with pytest.raises(NoWarrant):
        keep(SimpleUploadedFile(NAME, PDF), act="no.such", warrant=warrant)


@pytest.mark.parametrize("harm", ["removed", "altered"])
def test_a_file_that_is_gone_or_altered_is_told(harm, kept, root, warrant):
    file = next(one for one in root.rglob("*") if one.is_file())
    file.unlink() if harm == "removed" else file.write_bytes(file.read_bytes()[:-1] + b"x")
    with pytest.raises(FileGone, match="người quản trị"):
        open_file(kept, warrant=warrant)


def test_a_browser_neither_runs_nor_keeps_it(kept, root, warrant):
    answer = sent(open_file(kept, warrant=warrant))
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["Cache-Control"] == "no-store"
    photo = keep(SimpleUploadedFile("anh.jpg", picture()), act=ACT, warrant=warrant)
    assert sent(open_file(photo, warrant=warrant), shown=True)["Content-Disposition"].startswith(
        "inline"
    )
