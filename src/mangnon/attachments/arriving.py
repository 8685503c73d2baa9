"""How a file comes in: into memory alone. Django's way lays a large one on the disk, in clear."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

MOST_KEPT = 64 * 1024 * 1024  # bytes; no file of ours is as large, and what is larger is refused


class IntoMemory(FileUploadHandler):
    """Keeps a file in memory, up to a bound; of a larger one only its size is still counted."""

    file: BytesIO

    def new_file(self, *args: Any, **words: Any) -> None:
        super().new_file(*args, **words)
        self.file = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep a piece, where there is room; the rest is read and forgotten."""
        if self.file.tell() + len(raw_data) <= MOST_KEPT:
            self.file.write(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """Give the file with the size that was sent: who looks at it refuses what is too large."""
        self.file.seek(0)
        return InMemoryUploadedFile(
            file=self.file, field_name=self.field_name, name=self.file_name,
            content_type=self.content_type, size=file_size, charset=self.charset,
            content_type_extra=self.content_type_extra,
        )  # fmt: skip
