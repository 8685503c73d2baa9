"""Bringing many documents: judged whole, written whole, or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import transaction

from mangnon import clock
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.finding.actions import refresh
from mangnon.legislation import keeping
from mangnon.legislation.actions.editing import EDIT
from mangnon.legislation.actions.originals import Looked, lay_aside
from mangnon.legislation.actions.putting import write_text
from mangnon.legislation.bringing.files import Beside, digest_of, looked_into_all
from mangnon.legislation.bringing.planning import Plan, Planned, plan
from mangnon.legislation.bringing.rows import MOST_ROWS, Fault, rows_of
from mangnon.legislation.errors import ClauseInUse
from mangnon.legislation.models import Document, Original, Relation
from mangnon.text.sentence import DomainError, Sentence


@dataclass(slots=True)
class Brought:
    """What a run did, or would do: documents by what happened, files read, relations new."""

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


Read = list[tuple[Planned, Looked]]


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
    new = _new_relations(made)
    done = _counted(len(rows), made, read, len(new))
    if not done.faults and not dry_run:
        if not done.changes_nothing:
            _write(made, read, new, done, digest_of(content), warrant)
        done.written = True
    return done


def _files(made: Plan, beside: Beside) -> Read:
    """Look into every file that is named and not kept yet; what is wrong becomes a fault."""
    wanted = [(one, name) for one in made.planned for name in one.files]
    kept = set(Original.objects.exclude(kept_on=None).values_list("document__code", "digest"))
    for one, name in wanted:
        if name not in beside:
            made.faults.append(Fault(one.row, "files", Sentence(
                f"Không có tệp “{name[:80]}” trong thư mục hoặc tệp nén. Hãy thêm, hoặc sửa tên.",
                f"There is no file “{name[:80]}” in the folder or zip. Add it, or mend the name.",
            )))  # fmt: skip
    there = [(one, name) for one, name in wanted if name in beside]
    owners: dict[str, list[Planned]] = {}
    for one, name in there:
        owners.setdefault(name, []).append(one)

    def known(name: str, content: bytes) -> bool:
        digest = digest_of(content)
        return all((one.document.code, digest) in kept for one in owners[name])

    read: Read = []
    for name, looked in looked_into_all(owners, beside, known).items():
        for one in owners[name]:
            if isinstance(looked, DomainError):
                made.faults.append(Fault(one.row, "files", looked.sentence))
            elif looked is not None and (one.document.code, digest_of(looked.content)) not in kept:
                read.append((one, looked))
    made.faults.sort(key=lambda one: one.row)
    return read


def _new_relations(made: Plan) -> list[tuple[Document, str, Document, bool]]:
    codes = {one[0].code for one in made.relations}
    there = set(
        Relation.objects.filter(source__code__in=codes, source_clause="", target_clause="")
        .values_list("source__code", "kind", "target__code")
    )  # fmt: skip
    new = {}
    for source, kind, target, part, _row in made.relations:
        key = (source.code, kind, target.code)
        if key not in there:
            new[key] = (source, kind, target, part)
    return list(new.values())


def _counted(rows: int, made: Plan, read: Read, relations: int) -> Brought:
    new = [one for one in made.planned if one.document.pk is None]
    changed = [one for one in made.planned if one.document.pk is not None and one.changes]
    return Brought(
        rows, len(new), len(changed), len(made.planned) - len(new) - len(changed),
        len(made.placeholders), relations, len(read), faults=made.faults,
    )  # fmt: skip


def _write(
    made: Plan, read: Read, new: Sequence[tuple[Document, str, Document, bool]], done: Brought,
    digest: str, warrant: Warrant,
) -> None:  # fmt: skip
    laid: list[Original] = []
    try:
        with transaction.atomic():
            _documents(made)
            Relation.objects.bulk_create(
                [Relation(source=s, kind=k, target=t, part=p, by_hand=True) for s, k, t, p in new],
                batch_size=500,
            )
            for one, looked in read:
                done.lost += _text(one, looked, laid)
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


def _text(one: Planned, looked: Looked, laid: list[Original]) -> int:
    """Keep a file of a document; its words become the document's, where it has any."""
    try:
        lost = 0 if looked.text is None else write_text(one.document, looked.text)[0]
    except ClauseInUse as error:
        raise ClauseInUse(error.anchors, one.row) from None
    original = lay_aside(one.document, looked)
    laid.append(original)
    original.kept_on = clock.today()
    original.save(update_fields=["kept_on"])
    if not one.document.held:
        one.document.held = True
        one.document.save(update_fields=["held"])
    return lost
