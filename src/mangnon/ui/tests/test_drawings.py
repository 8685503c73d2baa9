"""The drawings: light, well formed, in the page's colours; as pictures, each with its words."""

import re
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest

from mangnon.ui.drawings import FOLDER, NAMES, OF_SECTION, drawing_svg

PACK = Path(__file__).resolve().parents[4] / "packs" / "hai-duong" / "pictures"
SHEET = (FOLDER.parent / "site.css").read_text(encoding="utf-8")
TONES = re.compile(r'class="(\w[\w-]*)')


def test_every_drawing_has_its_name() -> None:
    assert sorted(path.stem for path in FOLDER.iterdir()) == list(NAMES)
    assert set(OF_SECTION.values()) <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_is_light_and_holds_shapes_only(name: str) -> None:
    markup = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    assert len(markup.encode()) <= 4096
    tags = {one.tag.rpartition("}")[2] for one in ElementTree.fromstring(markup).iter()}
    assert tags <= {"svg", "g", "path", "circle"}
    assert re.search(r"\bstyle=|\bhref=|\bon\w+=|\bid=", markup) is None


@pytest.mark.parametrize("name", NAMES)
def test_every_tone_of_a_drawing_follows_the_page(name: str) -> None:
    markup = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    for tone in TONES.findall(markup):
        assert re.fullmatch(r"q[1-5]", tone) or f".drawing .{tone} " in SHEET, tone


def test_a_drawing_is_passed_over_by_who_listens() -> None:
    assert drawing_svg("policies").startswith('<svg class="drawing" aria-hidden="true" ')


def test_a_name_that_is_none_draws_nothing() -> None:
    assert drawing_svg("../mark") == ""


def test_every_picture_of_the_pack_says_what_is_to_be_seen() -> None:
    listed = tomllib.loads((PACK / "pictures.toml").read_text(encoding="utf-8"))["picture"]
    assert sorted(one["file"] for one in listed) == sorted(path.name for path in PACK.glob("*.png"))
    for one in listed:
        assert all(
            one[f"{key}_{language}"] for key in ("title", "alt") for language in ("vi", "en")
        )
        assert (PACK / one["file"]).stat().st_size <= 60_000
