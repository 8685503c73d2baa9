"""The rows of a spreadsheet between reading and writing: sealed under the import's own key."""

import hashlib
import json
from base64 import b64decode
from collections import Counter
from collections.abc import Sequence
from typing import Any

from mangnon.attachments import errors as files
from mangnon.attachments import keeping
from mangnon.audit.keys import ring
from mangnon.imports.models import Chunk, Import
from mangnon.imports.sheets import Fault, Row, Written
from mangnon.text.sentence import Sentence
from mangnon.vault import Sealer

_FINGERPRINT = "import fingerprint"


def name_of(one: Import) -> str:
    """Return what the file is called."""
    return str(json.loads(one.words)["name"])


def key_of(one: Import) -> bytes:
    """Return the key of all that was read."""
    return b64decode(json.loads(one.words)["key"])


def content_of(one: Import, key: bytes) -> bytes:
    """Return the file as it was brought; raises FileGone."""
    content = keeping.read(one.uuid, key)
    if content is None:
        raise files.gone()
    return content


def fingerprint(content: bytes) -> tuple[str, str]:
    """Return what the same content is known again by, and the ring's key that made it."""
    held = ring()
    digest = hashlib.sha256(content).digest()
    return held.prove(digest, purpose=_FINGERPRINT).hex(), held.primary


def lay_in(chunk: Chunk, rows: Sequence[Row], sealer: Sealer) -> None:
    """Put rows into a chunk, sealed, and count them by verdict."""
    told = [
        [
            r.number, r.verdict, r.target, r.texts,
            [[f.column, f.why.vi, f.why.en] for f in r.faults], r.stood,
        ]
        for r in rows
    ]  # fmt: skip
    chunk.rows_sealed = sealer.seal(_spelt(told), bound_to=_bound(chunk, "rows"))
    chunk.counts = dict(Counter(row.verdict for row in rows))


def rows_of(chunk: Chunk, sealer: Sealer) -> list[Row]:
    """Return a chunk's rows as they were judged."""
    told = json.loads(sealer.unseal(chunk.rows_sealed, bound_to=_bound(chunk, "rows")))
    # ``stood`` is empty of rows that were staged before it was kept.
    return [
        Row(
            number, texts, {}, verdict, target,
            [Fault(c, Sentence(vi, en)) for c, vi, en in faults], *stood,
        )
        for number, verdict, target, texts, faults, *stood in told
    ]  # fmt: skip


def note_written(chunk: Chunk, written: Sequence[Written], sealer: Sealer) -> None:
    """Put into a chunk what was written of it."""
    told = [[one.row, one.entry] for one in written]
    chunk.journal_sealed = sealer.seal(_spelt(told), bound_to=_bound(chunk, "journal"))


def written_of(chunk: Chunk, sealer: Sealer) -> list[Written]:
    """Return what was written of a chunk."""
    if chunk.journal_sealed is None:
        return []
    told = sealer.unseal(chunk.journal_sealed, bound_to=_bound(chunk, "journal"))
    return [Written(row, entry) for row, entry in json.loads(told)]


def digest(blob: bytes | memoryview) -> str:
    """Return the digest of what is sealed: it tells nothing of it."""
    return hashlib.sha256(bytes(blob)).hexdigest()


def _spelt(told: Any) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _bound(chunk: Chunk, what: str) -> str:
    return f"{chunk.brought.subject}:{chunk.number}:{what}"
