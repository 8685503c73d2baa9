"""Another province needs no line of code: an invented one on an empty database."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from mangnon import clock
from mangnon.audit.errors import NoWarrant
from mangnon.audit.warrants import Warrant
from mangnon.facilities.models import StaffTitle
from mangnon.indicators.models import DirtyMark, Indicator
from mangnon.legislation.models import Clause
from mangnon.packs.actions import apply_pack
from mangnon.packs.errors import BadPack, OtherPack
from mangnon.packs.models import AppliedPack
from mangnon.places.actions import succeed
from mangnon.places.crosswalk import weights
from mangnon.places.models import Office, Place
from mangnon.places.resolve import resolve
from mangnon.places.tree import Tree
from mangnon.programme.models import Allotted, Target

BEFORE, AFTER = date(2015, 1, 1), date(2021, 1, 1)


def edit(path: Path, old: str, new: str) -> None:
    """Change a text that stands in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def applied(nowhere: Path, warrant: Warrant) -> Path:
    """The pack, applied."""
    apply_pack(nowhere, warrant=warrant)
    return nowhere


def test_everything_of_it_stands(applied: Path) -> None:
    assert [len(Tree.on(day)) for day in (BEFORE, AFTER)] == [8, 6]
    assert Tree.on(date(2005, 1, 1)).find("S").name_en == "Old South"
    assert Office.objects.get(code="health").parent.code == "council"
    assert Target.objects.get(code="P1").clause == Clause.objects.get(anchor="2")
    assert Allotted.objects.get().value == 90
    assert StaffTitle.objects.get().role == "midwife"
    assert AppliedPack.objects.get().code == "nowhere"


def test_declarations_are_kept_whole(applied: Path) -> None:
    kept = Indicator.objects.get(code="hardship").declaration
    assert kept["owners"] == [{"office": "council", "from": "2000-01-01"}]


def test_its_merger_is_carried_out(applied: Path, warrant: Warrant) -> None:
    with clock.pinned(AFTER):
        merger = succeed(date(2020, 1, 1), warrant=warrant)
    assert (len(merger.whole), len(merger.split)) == (4, 1)
    new = resolve("a", AFTER)
    old = resolve("b", BEFORE)
    assert weights(new.pk, AFTER)[old.pk].share == pytest.approx(2 / 3)


def test_a_second_time_changes_nothing_even_after_the_merger(
    applied: Path, warrant: Warrant
) -> None:
    with clock.pinned(AFTER):
        succeed(date(2020, 1, 1), warrant=warrant)
    assert apply_pack(applied, warrant=warrant).changed_nothing


def test_what_changed_is_changed_and_what_left_is_removed(applied: Path, warrant: Warrant) -> None:
    edit(applied / "plan.toml", "value = 90", "value = 95")
    edit(applied / "assistance.csv", "gift,Quà,A gift,false,false\n", "")
    done = apply_pack(applied, warrant=warrant)
    told = {
        d.table.kind: (d.added, d.changed, d.removed) for d in done.differences if not d.is_empty
    }
    step = ("P2", date(2018, 12, 31), "S", date(2000, 1, 1))
    assert told == {
        "programme.allotted": ((), (step,), ()),
        "register.assistancekind": ((), (), (("gift",),)),
    }
    assert Allotted.objects.get().value == 95


def test_rows_that_somebody_added_by_hand_stay(applied: Path, warrant: Warrant) -> None:
    Office.objects.create(
        code="club", line="mass", name_vi="Hội", name_en="Club", place=resolve("NW", AFTER)
    )
    assert apply_pack(applied, warrant=warrant).changed_nothing
    assert Office.objects.filter(code="club").exists()


def test_a_change_in_what_is_counted_has_everything_recounted(
    applied: Path, warrant: Warrant
) -> None:
    assert not DirtyMark.objects.exists()
    edit(applied / "assistance.csv", "gift,Quà,A gift,false", "gift,Quà,A gift,true")
    apply_pack(applied, warrant=warrant)
    assert DirtyMark.objects.filter(dataset="children").count() == 8


def test_a_new_title_of_a_target_has_nothing_recounted(applied: Path, warrant: Warrant) -> None:
    edit(applied / "plan.toml", "Fewer children in hardship", "Less hardship")
    apply_pack(applied, warrant=warrant)
    assert not DirtyMark.objects.exists()


def test_a_pack_with_a_mistake_writes_nothing(nowhere: Path, warrant: Warrant) -> None:
    edit(nowhere / "plan.toml", 'clause = "2"', 'clause = "9"')
    with pytest.raises(BadPack, match=r"plan\.toml:25.*“9”"):
        apply_pack(nowhere, warrant=warrant)
    assert not Place.objects.exists()


def test_one_installation_runs_one_pack(applied: Path, warrant: Warrant) -> None:
    other = Path(shutil.copytree(applied, applied.parent / "other"))
    edit(other / "pack.toml", 'code = "nowhere"', 'code = "elsewhere"')
    with pytest.raises(OtherPack, match="nowhere"):
        apply_pack(other, warrant=warrant)


def test_it_takes_a_warrant(nowhere: Path, warrant: Warrant) -> None:
    editor = Warrant(actor=warrant.actor, right="editor", acts=frozenset({"places.edit"}))
    with pytest.raises(NoWarrant):
        apply_pack(nowhere, warrant=editor)
