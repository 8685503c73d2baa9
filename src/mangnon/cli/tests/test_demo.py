"""The demonstration is built once, and again where what it was built from has changed."""

import os
import shutil
from pathlib import Path

import pytest

from mangnon.cli import build, demo, demo_people
from mangnon.cli.home import ENV_FILE, use_home
from mangnon.notices import reminding

ROOT = Path(__file__).resolve().parents[4]
WANTED = {"children": 500, "seed": 1}


@pytest.fixture
def built(tmp_path, monkeypatch):
    """What was built, in an empty folder with a small pack."""
    pack = shutil.copytree(ROOT / "tests" / "packs" / "nowhere", tmp_path / "pack")
    done = []
    monkeypatch.setattr(demo, "HOME", tmp_path)
    monkeypatch.setattr(demo, "find_pack", lambda: pack)
    monkeypatch.setattr(build, "build_demonstration", lambda *words: done.append(words[1:]))
    monkeypatch.setattr(demo_people, "add_officers", lambda folder: None)
    monkeypatch.setattr(reminding, "remind", lambda: None)
    return done


def test_it_is_built_once(built):
    demo._build(WANTED)
    demo._build(WANTED)
    assert built == [(500, 1)]


def test_other_numbers_make_another(built):
    demo._build(WANTED)
    demo._build({**WANTED, "children": 600})
    assert built == [(500, 1), (600, 1)]


def test_a_changed_pack_makes_it_anew(built, tmp_path):
    demo._build(WANTED)
    with (tmp_path / "pack" / "plan.toml").open("a") as file:
        file.write("# changed\n")
    demo._build(WANTED)
    assert built == [(500, 1)] * 2


def test_any_python_3_can_read_what_tells_it_that_it_is_old(tmp_path):
    text = (ROOT / "scripts" / "prepare.py").read_text(encoding="utf-8")
    compile(text, "prepare.py", "exec")
    assert " | " not in "".join(line for line in text.splitlines() if line.startswith("def "))


def test_a_demonstration_keeps_away_from_the_data_named_outside(tmp_path, monkeypatch):
    (tmp_path / ENV_FILE).write_text("MANGNON_DATA=/demo\n", encoding="utf-8")
    monkeypatch.setattr(os, "environ", {"MANGNON_DATA": "/real", "MANGNON_HOSTS": "a", "HOME": "/"})
    use_home(tmp_path)
    assert os.environ["MANGNON_DATA"] == "/real"
    use_home(tmp_path, alone=True)
    assert os.environ == {"MANGNON_DATA": "/demo", "HOME": "/"}
