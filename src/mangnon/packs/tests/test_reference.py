"""The reference pack is sound, and is applied all at once."""

from pathlib import Path

from mangnon.audit.models import Entry
from mangnon.audit.warrants import Warrant
from mangnon.packs.actions import Applied, apply_pack
from mangnon.packs.reading import read_pack
from mangnon.places.crosswalk import weights
from mangnon.places.models import Kind, Succession
from mangnon.places.tree import Tree
from mangnon.programme.models import Target


def test_it_has_no_mistake(reference: Path) -> None:
    assert [str(one) for one in read_pack(reference).mistakes] == []


def test_applied_twice_it_changes_nothing(
    applied: Applied, reference: Path, warrant: Warrant
) -> None:
    entries = Entry.objects.count()
    second = apply_pack(reference, warrant=warrant)
    assert not applied.changed_nothing and second.changed_nothing
    assert Entry.objects.count() == entries


def test_every_target_has_its_steps_and_source(applied: Applied) -> None:
    assert Target.objects.count() >= 8
    assert all(target.steps.exists() for target in Target.objects.all())
    assert not Target.objects.filter(clause=None, original_not_held=False).exists()


def test_both_generations_lie_whole_in_the_area(applied: Applied) -> None:
    turn = Succession.objects.values_list("date", flat=True).first()
    tree = Tree.on(turn)
    whole = weights(tree.root, turn)
    parts = [weights(commune, turn) for commune in tree.leaves(tree.root)]
    for place, weight in whole.items():
        assert weight.share == 1.0
        given = sum(part[place].share for part in parts if place in part)
        assert abs(given - 1.0) < 1e-9
    assert all(tree.place(leaf).kind == Kind.COMMUNE for leaf in tree.leaves(tree.root))
