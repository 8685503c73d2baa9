"""What is sent comes into memory: nothing of it lies on the disk, however large it is."""

import pytest
from django.core.files.uploadedfile import InMemoryUploadedFile, SimpleUploadedFile
from django.test import RequestFactory

from mangnon.attachments import arriving

LARGE = 3 << 20  # bytes: more than the framework keeps in memory by itself


def sent(*sizes: int) -> list[InMemoryUploadedFile]:
    files = [SimpleUploadedFile(f"{n}.bin", b"x" * size) for n, size in enumerate(sizes)]
    return RequestFactory().post("/", {"files": files}).FILES.getlist("files")


def test_a_large_file_and_the_small_one_beside_it_stay_in_memory(tmp_path, settings):
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    large, small = sent(LARGE, 5)
    assert all(isinstance(one, InMemoryUploadedFile) for one in (large, small))
    assert (large.size, len(large.read()), small.read()) == (LARGE, LARGE, b"xxxxx")
    assert list(tmp_path.iterdir()) == []


def test_of_one_that_is_too_large_the_size_is_known_and_no_more_is_kept(monkeypatch):
    monkeypatch.setattr(arriving, "MOST_KEPT", LARGE // 3)
    (one,) = sent(LARGE)
    assert one.size == LARGE
    assert len(one.read()) <= LARGE // 3


@pytest.mark.parametrize("size", [0, 1])
def test_a_file_of_nothing_or_little_comes_whole(size):
    assert sum(len(one.read()) for one in sent(size)) == size
