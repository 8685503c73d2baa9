"""The style sheet: contrast of every pair of tones, weight, and what it may not contain."""

import gzip
import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "static" / "ui"
CSS = (FOLDER / "mangnon.css").read_text(encoding="utf-8")
SITE, FORMS = ((FOLDER / f"{name}.css").read_text(encoding="utf-8") for name in ("site", "forms"))

WORDS = ["ink", "soft", "bamboo", "shoot", "late", "near", "quiet"]
GROUNDS = ["paper", "sheet", "wash"]
# Lines and outlines that carry meaning need 3 to 1 (WCAG 2.2, 1.4.11).
STROKES = ["edge", "bamboo", "late", "near", "soft"]


def tokens(dark: bool) -> dict[str, str]:
    """Return the colours of the light or the dark look."""
    light, night = re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)[:2]
    found: dict[str, str] = {}
    for block in (light, night) if dark else (light,):
        found |= dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))
    return found


def luminance(colour: str) -> float:
    """Relative luminance after WCAG 2.2."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("word", WORDS)
def test_words_are_readable(word: str, ground: str, dark: bool) -> None:
    look = tokens(dark)
    assert contrast(look[word], look[ground]) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("band", range(1, 6))
def test_words_on_map_bands_are_readable(band: int, dark: bool) -> None:
    look = tokens(dark)
    assert contrast(look[f"on-q{band}"], look[f"q{band}"]) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("stroke", STROKES)
def test_strokes_are_visible(stroke: str, dark: bool) -> None:
    look = tokens(dark)
    assert contrast(look[stroke], look["paper"]) >= 3


@pytest.mark.parametrize("dark", [False, True])
def test_banner_and_chosen_link_are_readable(dark: bool) -> None:
    look = tokens(dark)
    assert contrast(look["on-demo"], look["demo"]) >= 4.5
    assert contrast(look["paper"], look["bamboo"]) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
def test_bands_run_one_way(dark: bool) -> None:
    steps = [luminance(tokens(dark)[f"q{band}"]) for band in range(1, 6)]
    assert steps == sorted(steps, reverse=not dark)


def test_the_dark_look_redefines_every_colour() -> None:
    light, night = re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)[:2]
    colour = r"--([\w-]+): #"
    assert set(re.findall(colour, light)) == set(re.findall(colour, night))


def test_it_is_light_to_carry() -> None:
    assert len(gzip.compress(CSS.encode())) <= 10_000


def test_a_public_page_carries_little_of_style() -> None:
    assert sum(len(gzip.compress(sheet.encode())) for sheet in (CSS, SITE, FORMS)) <= 15_000


@pytest.mark.parametrize("sheet", [CSS, SITE, FORMS])
def test_nothing_from_elsewhere_and_no_gradients(sheet: str) -> None:
    assert re.search(r"data:|https?:|@import|gradient\(", sheet) is None


def test_only_the_typeface_is_fetched() -> None:
    assert "url(" not in SITE + FORMS
    assert all(url.startswith("fonts/") for url in re.findall(r'url\("([^"]+)"\)', CSS))


def test_colours_are_named_in_the_tokens_only() -> None:
    rules = (
        CSS.split("@layer base {", 1)[1]
        .replace("#after-map", "")
        .replace("#found", "")
        .replace("#fff;", "")
    )
    assert re.findall(r"#[0-9a-f]{3,6}\b", rules + SITE + FORMS) == []
