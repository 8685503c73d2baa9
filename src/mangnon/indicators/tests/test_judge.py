"""The judges of a declaration, each at its key; and the lines of a file they are told at."""

import tomllib

import pytest

from mangnon.indicators.judge import judge_declaration
from mangnon.indicators.pack import judge, read
from mangnon.packfile import Context, Folder

SOUND = """\
code = "H"
name_vi = "Trẻ em"
name_en = "Children"
definition_vi = "Trẻ em dưới 16 tuổi."
definition_en = "Children under 16."
unit = "percent"
better = "lower"
measure = "stock"
counts = "persons"
cutoff = "12-31"
breakdowns = ["sex"]
published = ["sex"]

[numerator]
dataset = "children"
value = "age_years < 16"

[denominator]
dataset = "children"
value = "age_years < 18"

[[series]]
code = "records"
source = "records"
name_vi = "Hồ sơ"
name_en = "Records"

[[series]]
code = "survey"
source = "survey"
name_vi = "Điều tra"
name_en = "Survey"
"""
# What is written instead of what, the way to the key, and the line that holds it.
SPOILT = [
    ('unit = "percent"', 'unit = "pints"', ("unit",), 'unit = "pints"'),
    ('measure = "stock"\n', "", ("measure",), 'code = "H"'),
    ('cutoff = "12-31"', 'cutoff = "31-12"', ("cutoff",), 'cutoff = "31-12"'),
    ('breakdowns = ["sex"]', 'breakdowns = ["sex", "shoe"]', ("breakdowns", 1), '"shoe"'),
    ('published = ["sex"]', 'published = ["age"]', ("published", 0), 'published = ["age"]'),
    ('"children"\nvalue = "age_years < 18"', '"chairs"\nvalue = "1"', ("denominator", "dataset"),
     '"chairs"'),
    ('value = "age_years < 16"', 'value = "shoes < 16"', ("numerator", "value"), "shoes < 16"),
    ('source = "survey"', 'source = "hearsay"', ("series", 1, "source"), "hearsay"),
    ('code = "survey"', 'code = "records" # again', ("series", 1, "code"), "# again"),
    ('name_en = "Survey"\n', "", ("series", 1, "name_en"), "[[series]] # second"),
]  # fmt: skip


def spoilt(before, after):
    text = SOUND.replace(before, after, 1)
    first, second = text.rsplit("[[series]]", 1)
    return f"{first}[[series]] # second{second}"


@pytest.mark.parametrize(("before", "after", "keys", "_shown"), SPOILT)
def test_a_fault_names_the_way_to_its_key(before, after, keys, _shown):
    faults = judge_declaration(tomllib.loads(spoilt(before, after)))
    assert keys in [one.keys for one in faults]


def test_a_sound_declaration_has_none():
    assert judge_declaration(tomllib.loads(SOUND)) == []


@pytest.mark.parametrize(("before", "after", "_keys", "shown"), SPOILT)
def test_it_is_told_on_the_line_of_that_key(before, after, _keys, shown, tmp_path):
    text = spoilt(before, after)
    (tmp_path / "indicators").mkdir()
    (tmp_path / "indicators" / "H.toml").write_text(text, encoding="utf-8")
    folder = Folder(tmp_path)
    part = read(folder)
    told = [*folder.mistakes, *judge(part, Context({}))]
    lines = [text.splitlines()[one.line - 1] for one in told if one.line]
    assert any(shown in line for line in lines), told
