"""``mangnon audit`` where the proof of the chain does not look."""

import subprocess

import pytest
from click.testing import CliRunner

from mangnon.access.doors import system_warrant
from mangnon.audit.actions import read
from mangnon.audit.models import Seal
from mangnon.cli.audit import audit_group
from mangnon.cli.sealer import sealing_beside
from mangnon.text.sentence import DomainError

pytestmark = pytest.mark.django_db


def audit(*words, **more):
    return CliRunner().invoke(audit_group, [str(word) for word in words], **more)


def test_who_seals_beside_the_site_ends_with_it_and_seals_the_rest():
    read(system_warrant("test"), "register.list", subjects=[])
    done = audit("seal", "--every", 3600, "--until-closed", input="")
    assert done.exit_code == 0
    assert Seal.objects.count() == 1


def test_the_process_beside_ends_when_the_block_ends(monkeypatch):
    monkeypatch.setattr("mangnon.cli.sealer._RUN", "import sys; sys.stdin.read()")
    with sealing_beside() as sealer, pytest.raises(subprocess.TimeoutExpired):
        sealer.wait(0.2)
    assert sealer.returncode == 0


@pytest.mark.parametrize(
    ("content", "problem"),
    [("", "no exported seal"), ("Số dấu / seal: 3\n", "no exported seal"), (None, "no exported")],
)
def test_a_file_that_is_no_export_is_a_sentence(tmp_path, content, problem):
    path = tmp_path / "seal.txt"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    done = audit("verify", "--against", path)
    assert isinstance(done.exception, DomainError)
    assert problem in str(done.exception)


def test_there_is_nothing_to_export_before_the_first_seal(tmp_path):
    done = audit("export-seal", tmp_path / "seal.txt")
    assert "mangnon audit seal" in str(done.exception)


def test_an_export_is_never_overwritten(tmp_path):
    path = tmp_path / "seal.txt"
    path.write_text("signed", encoding="utf-8")
    read(system_warrant("test"), "register.list", subjects=[])
    audit("seal")
    done = audit("export-seal", path)
    assert "not overwritten" in str(done.exception)
    assert path.read_text(encoding="utf-8") == "signed"


def test_a_seal_typed_from_paper_will_do(tmp_path):
    read(system_warrant("test"), "register.list", subjects=[])
    audit("seal")
    audit("export-seal", tmp_path / "printed.txt")
    printed = (tmp_path / "printed.txt").read_text(encoding="utf-8")
    lines = [line for line in printed.splitlines() if "/ seal:" in line or "/ hash:" in line]
    (tmp_path / "typed.txt").write_text("\n".join(lines), encoding="utf-8")
    assert audit("verify", "--against", tmp_path / "typed.txt").exit_code == 0
