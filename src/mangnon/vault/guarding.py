"""Whether a key file is kept as a key should be: apart from the data, and its owner's alone."""

from collections.abc import Iterator
from pathlib import Path

from mangnon.text.sentence import Sentence
from mangnon.vault.errors import KeyRingError
from mangnon.vault.keyfile import readable_by_others
from mangnon.vault.keyring import KeyRing


def flaws(path: Path, *, apart_from: Path | None) -> Iterator[Sentence]:
    """Yield what is wrong with a key file; ``apart_from`` is the folder it must not lie in."""
    try:
        KeyRing.load(path)
    except KeyRingError as error:
        yield error.sentence
        return
    if readable_by_others(path):
        yield Sentence(
            vi=f"Tệp khóa {path} người khác đọc được. Hãy chạy: chmod 600 {path}",
            en=f"The key file {path} can be read by others. Run: chmod 600 {path}",
        )
    if apart_from is not None and apart_from.resolve() in path.resolve().parents:
        yield Sentence(
            vi=f"Tệp khóa {path} nằm trong thư mục dữ liệu: ai chép thư mục là mở được hồ sơ. "
            "Hãy để khóa ở nơi khác.",
            en=f"The key file {path} lies in the data folder: a copy of it opens every file. "
            "Keep the keys elsewhere.",
        )
