"""The paper on which the finding of special circumstances rests: it often comes afterwards."""

from collections.abc import Mapping

from django.db import transaction

from mangnon.audit.warrants import Warrant
from mangnon.register import identity
from mangnon.register.actions import changes, checks
from mangnon.register.evidence import Evidence
from mangnon.register.models import Child, Circumstance
from mangnon.text.sentence import Sentence

FIELDS = ("evidence", "evidence_on", "evidence_number_sealed", "evidence_issuer_sealed")
KEPT = ("evidence_id", *FIELDS[1:])
_ISSUED = Sentence(vi="Ngày của giấy tờ", en="The day of the paper")


def set_evidence(
    spell: Circumstance,
    evidence: Evidence | None,
    *,
    let_go: Mapping[str, str] | None = None,
    warrant: Warrant,
) -> Circumstance:
    """Write on which paper a spell's finding rests, or None: there is none after all.

    What stood there stays in the trail, sealed. ``let_go``: what this officer typed and gave up
    for another's, sealed (hexadecimal). Raises WrongDay or WrongState with a sentence.
    """
    with transaction.atomic():
        child = checks.locked(spell.child)
        changes.demand_at_home(warrant, child, changes.SUPPORT)
        spell = child.circumstances.get(pk=spell.pk)
        before = changes.kept(spell, KEPT)
        write_evidence(spell, child, evidence)
        spell.save(update_fields=FIELDS)
        after = changes.kept(spell, KEPT)
        changes.note(
            warrant,
            "set_evidence",
            child,
            before=before,
            after=after,
            let_go=let_go,
            circumstance=spell.pk,
        )
    return spell


def write_evidence(spell: Circumstance, child: Child, evidence: Evidence | None) -> None:
    """Put a paper on a spell that the caller saves; what is the same is not sealed anew."""
    if evidence is not None and evidence.issued_on is not None:
        checks.not_in_future(_ISSUED, evidence.issued_on)
    spell.evidence = evidence.kind if evidence else None
    spell.evidence_on = evidence.issued_on if evidence else None
    for part in identity.PAPER_PARTS:
        text = getattr(evidence, part) if evidence else ""
        if (identity.open_paper(spell, part) or "") != text:
            sealed = identity.seal_paper(child, part, text) if text else None
            setattr(spell, f"evidence_{part}_sealed", sealed)
