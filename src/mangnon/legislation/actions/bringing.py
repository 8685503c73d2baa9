"""Bringing many documents: judged whole, written whole, or not at all."""

from dataclasses import dataclass, field

from django.db import transaction

from mangnon import clock
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.finding.actions import refresh
from mangnon.legislation import keeping
from mangnon.legislation.actions.editing import EDIT
from mangnon.legislation.actions.holding import settle_held
from mangnon.legislation.actions.originals import digest_of, lay_aside
from mangnon.legislation.actions.putting import write_text
from mangnon.legislation.bringing.files import Beside, Seen, looked_into_all
from mangnon.legislation.bringing.planning import Plan, Planned, plan
from mangnon.legislation.bringing.relating import Related, relations_of
from mangnon.legislation.bringing.rows import MOST_ROWS, Fault, rows_of
from mangnon.legislation.errors import ClauseInUse, FileChanged
from mangnon.legislation.models import Document, Original, Relation
from mangnon.text.sentence import DomainError, Sentence

_SHOWN = 4  # files of one name that are named


@dataclass(slots=True)
class Brought:
    """What a run did, or would do: documents by what happened, files read, relations new or
    other than they were."""

    rows: int = 0
    added: int = 0
    changed: int = 0
    same: int = 0
    by_number: int = 0
    relations: int = 0
    files: int = 0
    lost: int = 0
    written: bool = False
    faults: list[Fault] = field(default_factory=list)

    @property
    def changes_nothing(self) -> bool:
        """Whether everything stands already."""
        return not (self.added or self.changed or self.relations or self.files)


Read = list[tuple[Planned, str, Seen]]


def bring_many(
    name: str, content: bytes, beside: Beside, *, dry_run: bool, warrant: Warrant,
    most: int = MOST_ROWS,
) -> Brought:  # fmt: skip
    """Judge a spreadsheet and its files; write all of it where nothing is wrong.

    The same a second time changes nothing. Raises WrongFile where there is no table to read.
    """
    warrant.demand(EDIT)
    rows, faults = rows_of(name, content, most)
    made = plan(rows)
    known = {(one.row, one.column) for one in faults}
    more = [one for one in made.faults if (one.row, one.column) not in known]
    made.faults = sorted([*faults, *more], key=lambda one: one.row)
    read = _files(made, beside)
    related = relations_of(made)
    done = _counted(len(rows), made, read, len(related.new) + len(related.changed))
    if not done.faults and not dry_run:
        if not done.changes_nothing:
            _write(made, read, beside, related, done, digest_of(content), warrant)
        done.written = True
    return done


def _files(made: Plan, beside: Beside) -> Read:
    """Look into every file that is named and not kept yet; what is wrong becomes a fault."""
    wanted = [(one, name) for one in made.planned for name in one.files]
    kept = set(Original.objects.exclude(kept_on=None).values_list("document__code", "digest"))
    for one, name in wanted:
        fault = _not_one(name, beside)
        if fault is not None:
            made.faults.append(Fault(one.row, "files", fault))
    there = [(one, name) for one, name in wanted if _not_one(name, beside) is None]
    owners: dict[str, list[Planned]] = {}
    for one, name in there:
        owners.setdefault(name, []).append(one)

    def known(name: str, digest: str) -> bool:
        return all((one.document.code, digest) in kept for one in owners[name])

    read: Read = []
    for name, seen in looked_into_all(owners, beside, known).items():
        for one in owners[name]:
            if isinstance(seen, DomainError):
                made.faults.append(Fault(one.row, "files", seen.sentence))
            elif seen is not None and (one.document.code, seen.looked.digest) not in kept:
                read.append((one, name, seen))
                kept.add((one.document.code, seen.looked.digest))  # named twice, it is kept once
    made.faults.sort(key=lambda one: one.row)
    return read


def _not_one(name: str, beside: Beside) -> Sentence | None:
    """Say that no file has a name, or that several have it."""
    if name not in beside:
        return Sentence(
            f"Không có tệp “{name[:80]}” trong thư mục hoặc tệp nén. Hãy thêm, hoặc sửa tên.",
            f"There is no file “{name[:80]}” in the folder or zip. Add it, or mend the name.",
        )
    paths = beside.namesakes(name)
    if not paths:
        return None
    shown = ", ".join(f"“{one[-80:]}”" for one in paths[:_SHOWN])
    return Sentence(
        f"Có {len(paths)} tệp cùng tên: {shown}. Hãy đổi tên để mỗi tên là một tệp.",
        f"{len(paths)} files have one name: {shown}. Rename them, so that a name is one file.",
    )


def _counted(rows: int, made: Plan, read: Read, relations: int) -> Brought:
    new = [one for one in made.planned if one.document.pk is None]
    changed = [one for one in made.planned if one.document.pk is not None and one.changes]
    return Brought(
        rows, len(new), len(changed), len(made.planned) - len(new) - len(changed),
        len(made.placeholders), relations, len(read), faults=made.faults,
    )  # fmt: skip


def _write(
    made: Plan, read: Read, beside: Beside, related: Related, done: Brought, digest: str,
    warrant: Warrant,
) -> None:  # fmt: skip
    laid: list[Original] = []
    try:
        with transaction.atomic():
            _documents(made)
            Relation.objects.bulk_create(related.new, batch_size=500)
            Relation.objects.bulk_update(related.changed, ["part"], batch_size=200)
            for one, name, seen in read:
                done.lost += _text(one, seen, _again(name, seen, beside), laid)
            data = {
                "digest": digest, "rows": done.rows, "added": done.added,
                "changed": done.changed, "files": done.files,
            }  # fmt: skip
            record(warrant, "legislation.bring", data=data)
            written = [*(one.document for one in made.planned), *made.placeholders]
            refresh("document", {one.code for one in written})
    except BaseException:
        for original in laid:
            keeping.remove(original.uuid)
        raise


def _documents(made: Plan) -> None:
    today = clock.today()
    changed = [one.document for one in made.planned if one.changes]
    for document in changed:
        document.edited_on = today
    new = [one for one in (*changed, *made.placeholders) if one.pk is None]
    Document.objects.bulk_create(new, batch_size=500)
    rest = [one for one in changed if one not in new]
    names = sorted({name for one in made.planned for name in one.changes} | {"edited_on"})
    if rest:
        Document.objects.bulk_update(rest, names, batch_size=200)


def _again(name: str, seen: Seen, beside: Beside) -> bytes:
    """Read a file again that was looked into; raises FileChanged where it is another by now."""
    content = beside.read(name)
    if digest_of(content) != seen.looked.digest:
        raise FileChanged(name)
    return content


def _text(one: Planned, seen: Seen, content: bytes, laid: list[Original]) -> int:
    """Keep a file of a document; its words become the document's, where it has any."""
    text = seen.text
    try:
        lost = 0 if text is None else write_text(one.document, text)[0]
    except ClauseInUse as error:
        raise ClauseInUse(error.anchors, one.row) from None
    original = lay_aside(one.document, seen.looked, content)
    laid.append(original)
    original.kept_on = clock.today()
    original.save(update_fields=["kept_on"])
    settle_held(one.document)
    return lost
