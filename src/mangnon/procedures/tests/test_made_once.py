"""A pack makes a procedure once; what somebody edited here is left as it is, and told."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from mangnon.audit.models import Entry
from mangnon.cli.packs import pack_group
from mangnon.packs.actions import Applied
from mangnon.packsync.errors import StillInUse
from mangnon.procedures.models import Procedure
from mangnon.procedures.tests.conftest import Apply, naming, rewrite
from mangnon.services.models import Service

RESULT = 'result_en = "A paper with the name."'
NEWER = 'result_en = "A paper and a ribbon."'


def told(applied: Applied) -> tuple[list[str], list[str], list[str], list[str]]:
    """What was done to procedures: added, changed, removed, kept."""
    (one,) = [d for d in applied.differences if d.table.model is Procedure]
    return tuple(
        [key[0] for key in keys] for keys in (one.added, one.changed, one.removed, one.kept)
    )


def edit(**changed: str) -> None:
    """Publish a version with other words, as an editor does."""
    one = naming()
    for name, words in changed.items():
        setattr(one, name, words)
    one.save_revision().publish()


def test_all_of_it_stands(apply: Apply) -> None:
    one = naming()
    assert (one.national_code, one.field, one.level) == ("9.000001", "civil_status", "commune")
    assert (one.office.code, one.replaces.code, str(one.review_by)) == (
        "council", "name-a-child-2001", "2026-12-31",
    )  # fmt: skip
    assert [(s.words_en, s.to_check) for s in one.steps.all()] == [
        ("Write the name on paper.", False), ("Take it to the Council.", True),
    ]  # fmt: skip
    assert [(w.how, w.time_en, w.fee_en) for w in one.ways.all()] == [
        ("in_person", "The same day", "")
    ]
    assert [(p.name_en, p.kind, p.count) for p in one.papers.all()] == [
        ("Notice of birth", "original", 1)
    ]
    assert [(b.document.code, b.article_en) for b in one.bases.all()] == [("act", "Article 1")]


def test_it_is_published_as_a_version(apply: Apply) -> None:
    one = naming()
    assert (one.live, one.has_unpublished_changes, one.revisions.count()) == (True, False, 1)
    assert one.live_revision == one.latest_revision
    assert Entry.objects.filter(act="procedures.put").count() == 1


def test_a_second_time_changes_nothing(apply: Apply) -> None:
    assert apply().changed_nothing
    assert naming().revisions.count() == 1


def test_nobody_edited_it_so_the_pack_changes_it(apply: Apply, pack: Path) -> None:
    rewrite(pack, RESULT, NEWER)
    assert told(apply()) == ([], ["name-a-child"], [], [])
    one = naming()
    assert one.result_en == "A paper and a ribbon."
    assert one.latest_revision.as_object().result_en == "A paper and a ribbon."
    assert one.steps.count() == 2
    assert apply().changed_nothing


def test_a_step_more_is_a_change_too(apply: Apply, pack: Path) -> None:
    rewrite(pack, "to_check = true\n\n[[procedure.way]]", "\n[[procedure.way]]")
    assert told(apply())[1] == ["name-a-child"]
    assert not naming().steps.filter(to_check=True).exists()


def test_what_an_editor_published_is_kept(apply: Apply, pack: Path) -> None:
    edit(result_vi="Giấy có tên và con dấu.")
    rewrite(pack, RESULT, NEWER)
    assert told(apply()) == ([], [], [], ["name-a-child"])
    assert naming().result_vi == "Giấy có tên và con dấu."
    assert naming().result_en == "A paper with the name."


def test_a_step_that_an_editor_changed_is_kept(apply: Apply, pack: Path) -> None:
    one = naming()
    steps = list(one.steps.all())
    steps[0].words_en = "Write it twice."
    one.steps = steps
    one.save_revision().publish()
    rewrite(pack, RESULT, NEWER)
    assert told(apply())[3] == ["name-a-child"]
    assert naming().steps.first().words_en == "Write it twice."


def test_a_draft_that_waits_is_not_run_over(apply: Apply, pack: Path) -> None:
    one = naming()
    one.result_en = "Half a sentence"
    one.save_revision()
    rewrite(pack, RESULT, NEWER)
    assert told(apply())[3] == ["name-a-child"]
    assert naming().latest_revision.as_object().result_en == "Half a sentence"


def test_what_was_taken_off_the_site_stays_off(apply: Apply, pack: Path) -> None:
    naming().unpublish()
    rewrite(pack, RESULT, NEWER)
    assert told(apply())[3] == ["name-a-child"]
    assert not naming().live


def test_words_put_back_are_the_packs_again(apply: Apply, pack: Path) -> None:
    edit(result_en="Something else")
    edit(result_en="A paper with the name.")
    rewrite(pack, RESULT, NEWER)
    assert told(apply())[1] == ["name-a-child"]
    assert naming().result_en == "A paper and a ribbon."


def test_one_made_here_under_a_code_that_a_pack_brings_later(apply: Apply, pack: Path) -> None:
    Procedure.objects.create(code="ours", name_vi="Của ta", field="health", level="commune")
    text = '\n[[procedure]]\ncode = "ours"\nname_vi = "Của gói"\nname_en = "Theirs"\n'
    with (pack / "procedures.toml").open("a", encoding="utf-8") as file:
        file.write(f'{text}field = "health"\nlevel = "commune"\n')
    assert told(apply())[3] == ["ours"]
    assert Procedure.objects.get(code="ours").name_vi == "Của ta"


def test_what_the_pack_drops_goes_unless_it_was_edited(apply: Apply, pack: Path) -> None:
    edit(result_en="Something else")
    path = pack / "procedures.toml"
    whole = path.read_text(encoding="utf-8")
    path.write_text("[[procedure]]" + whole.rpartition("[[procedure]]\n")[2].join(["\n", ""]))
    assert told(apply())[2:] == (["name-a-child-2001"], ["name-a-child"])
    assert naming().replaces is None


def test_one_that_a_service_leads_to_cannot_go(apply: Apply, pack: Path) -> None:
    path = pack / "procedures.toml"
    path.write_text(path.read_text(encoding="utf-8").rpartition("[[procedure]]\n")[0])
    services = pack / "services.toml"
    was = services.read_text(encoding="utf-8")
    services.write_text(was.replace('procedures = ["ask-for-a-midwife"]\n', ""))
    apply()  # the service lets go first
    assert not Procedure.objects.filter(code="ask-for-a-midwife").exists()


def test_a_kept_service_holds_its_procedure(apply: Apply, pack: Path) -> None:
    well = Service.objects.get(code="well")
    well.telephone = "001"
    well.save_revision().publish()
    path = pack / "procedures.toml"
    path.write_text(path.read_text(encoding="utf-8").rpartition("[[procedure]]\n")[0])
    rewrite(pack, 'procedures = ["ask-for-a-midwife"]\n', "", "services.toml")
    with pytest.raises(StillInUse, match="ask-for-a-midwife"):
        apply()


def test_diff_shows_what_is_kept(apply: Apply, pack: Path) -> None:
    edit(result_en="Something else")
    said = CliRunner().invoke(pack_group, ["diff", str(pack)]).stdout
    assert "Thủ tục hành chính: khác gói, giữ bản sửa ở đây 1 (name-a-child)" in said
    english = CliRunner().invoke(pack_group, ["diff", str(pack), "--language", "en"]).stdout
    assert "Procedure: edited here and kept 1 (name-a-child)" in english
