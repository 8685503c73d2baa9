"""``mangnon pack`` through its front door."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mangnon.audit.models import Entry
from mangnon.cli.packs import pack_group
from mangnon.places.models import Place

ROOT = Path(__file__).resolve().parents[4]


@pytest.fixture
def nowhere(tmp_path: Path) -> Path:
    """A copy of the invented province's pack."""
    return Path(shutil.copytree(ROOT / "tests" / "packs" / "nowhere", tmp_path / "nowhere"))


def run(*arguments: object) -> Result:
    """Run the command."""
    return CliRunner().invoke(pack_group, [str(argument) for argument in arguments])


def spoil(pack: Path) -> None:
    """Write a comparator that does not exist."""
    plan = pack / "plan.toml"
    plan.write_text(plan.read_text("utf-8").replace('"<="', '"≤"'), encoding="utf-8")


def test_check_needs_no_database_and_says_that_all_is_well(nowhere: Path) -> None:
    result = run("check", nowhere)
    assert result.exit_code == 0 and "không có lỗi" in result.output


@pytest.mark.parametrize("command", ["check", "diff", "apply"])
def test_mistakes_are_listed_with_code_2(db: None, nowhere: Path, command: str) -> None:
    spoil(nowhere)
    result = run(command, nowhere)
    assert (result.exit_code, result.stdout) == (2, "")
    lines = result.stderr.splitlines()
    assert [line.split(":")[0] for line in lines[:-1]] == ["plan.toml", "plan.toml"]
    assert "chọn một trong: <, <=, =, >=, >" in lines[0]
    assert lines[-1].startswith("2 lỗi")
    assert not Place.objects.exists()


def test_mistakes_in_english(nowhere: Path) -> None:
    spoil(nowhere)
    assert "choose one of" in run("check", nowhere, "--language", "en").stderr


def test_diff_writes_nothing_and_apply_does_what_it_said(db: None, nowhere: Path) -> None:
    said = run("diff", nowhere)
    assert said.exit_code == 0 and "Địa bàn: thêm 11" in said.stdout
    assert not Place.objects.exists()
    done = run("apply", nowhere, "--by", "Lan")
    assert done.exit_code == 0 and done.stdout == said.stdout
    assert "· địa bàn, cơ quan …" in done.stderr
    assert Entry.objects.get(act="packs.apply").actor.name == "Lan"


def test_a_second_apply_says_that_nothing_changes(db: None, nowhere: Path) -> None:
    run("apply", nowhere)
    assert "Không có gì thay đổi" in run("apply", nowhere).stdout
    assert "Nothing changes" in run("diff", nowhere, "--language", "en").stdout


def test_diff_names_the_few_that_change(db: None, nowhere: Path) -> None:
    run("apply", nowhere)
    gifts = nowhere / "assistance.csv"
    gifts.write_text(gifts.read_text("utf-8").replace("gift,", "present,"), encoding="utf-8")
    result = run("diff", nowhere, "--language", "en")
    assert "Kind of assistance: added 1 (present); removed 1 (gift)" in result.stdout


def test_schemas_are_printed_or_written(tmp_path: Path) -> None:
    assert "plan.schema.json" in json.loads(run("schema").stdout)
    assert run("schema", "--out", tmp_path / "s").exit_code == 0
    assert (tmp_path / "s" / "plan.schema.json").exists()
