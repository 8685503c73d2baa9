"""A child's special circumstances as a file shows them, with the paper each finding rests on."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from mangnon.register import identity
from mangnon.register.access import token_of
from mangnon.register.models import Child, Circumstance
from mangnon.register.showing.masked import Masked, with_value
from mangnon.register.showing.records import spells_of


@dataclass(frozen=True, slots=True)
class Found:
    """A spell; who issued its paper, and the paper's number, masked."""

    spell: Circumstance
    token: UUID
    issuer: str
    number: Masked


def found(
    child: Child, spells: Iterable[Circumstance], revealed: str = "", value: str | None = None
) -> list[Found]:
    """Return what is shown of a child's spells, the number of one paper perhaps in clear."""
    return [
        Found(
            spell,
            token_of(spell, child),
            identity.open_paper(spell, "issuer") or "",
            with_value(_number(spell, child), revealed, value),
        )
        for spell in spells
    ]


def number_opener(child: Child, token: str) -> Callable[[], str | None] | None:
    """Return what opens the number of a spell's paper; None where there is no such spell."""
    named = [one for one in spells_of(child) if str(token_of(one, child)) == token]
    return (lambda: identity.open_paper(named[0], "number")) if named else None


def _number(spell: Circumstance, child: Child) -> Masked:
    what = f"evidence:{token_of(spell, child)}"
    return Masked(what, _("Số giấy tờ"), spell.evidence_number_sealed is not None)
