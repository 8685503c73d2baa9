"""The cast: one small file of each kind, and a folder of its own to keep them in."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image

from mangnon.access.doors import demonstration_warrant
from mangnon.audit.warrants import Warrant


@pytest.fixture
def warrant(db: None) -> Warrant:
    return demonstration_warrant()


@pytest.fixture
def root(settings, tmp_path: Path) -> Path:
    settings.ATTACHMENTS_ROOT = tmp_path / "attachments"
    return settings.ATTACHMENTS_ROOT


def picture(kind: str = "JPEG", size: tuple[int, int] = (60, 40), **words: object) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, "green").save(out, kind, **words)
    return out.getvalue()


def office(*parts: str, size: int = 10, packed: int = 8) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", packed) as archive:
        for part in ("[Content_Types].xml", *parts):
            archive.writestr(part, b"x" * size)
    return out.getvalue()


PDF = b"%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\nstream\n/JS \nendstream\n%%EOF\n"
