"""Puts the reference pack into a test's database, and a child into the register."""

from datetime import date
from pathlib import Path

from mangnon.access.doors import demonstration_warrant
from mangnon.packs.actions import apply_pack
from mangnon.places.models import Place
from mangnon.places.resolve import resolve
from mangnon.register.actions import register_child
from mangnon.register.models import Child
from mangnon.register.particulars import Particulars

PACK = Path(__file__).resolve().parents[2] / "packs" / "hai-duong"


def apply_reference_pack() -> None:
    """Apply packs/hai-duong."""
    apply_pack(PACK, warrant=demonstration_warrant())


def place(code: str, on: date) -> Place:
    """Return a place of the reference pack."""
    return resolve(code, on)


def child_at(where: Place, born: date, *, lived_from: date | None = None, sex: str = "f") -> Child:
    """Register an invented child through the action."""
    particulars = Particulars(name="Nguyễn Thị Mận", sex=sex, birth_date=born)
    return register_child(
        particulars, place=where, lived_from=lived_from, warrant=demonstration_warrant()
    )
