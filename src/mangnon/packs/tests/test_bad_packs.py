"""Whatever is wrong with a pack is told with file and line, all of it at once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mangnon.packfile import Mistake
from mangnon.packs.reading import read_pack

Spoil = Callable[[Path], None]


def swap(file: str, old: str, new: str) -> Spoil:
    """Change a text that stands in a file."""

    def spoil(pack: Path) -> None:
        text = (pack / file).read_text(encoding="utf-8")
        assert old in text
        (pack / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return spoil


def append(file: str, text: str) -> Spoil:
    """Add a text at a file's end."""

    def spoil(pack: Path) -> None:
        (pack / file).write_text((pack / file).read_text("utf-8") + text, encoding="utf-8")

    return spoil


def cascade(duty: str, deadline: str) -> str:
    """Write a handing down of the simulation."""
    head = f'\n[[cascade]]\n{duty}\nhanded_on = 2019-06-03\nrule = "communes"\n'
    return f"{head}{deadline}\n"


def drop(file: str) -> Spoil:
    """Remove a file."""
    return lambda pack: (pack / file).unlink()


def rename(file: str, to: str) -> Spoil:
    """Rename a file."""

    def spoil(pack: Path) -> None:
        (pack / file).rename(pack / to)

    return spoil


def lines_of(pack: Path, file: str, text: str) -> set[int]:
    """Return the lines that hold a text."""
    lines = (pack / file).read_text(encoding="utf-8").splitlines()
    return {number for number, line in enumerate(lines, 1) if text in line}


PLAN, HARD, MID = "plan.toml", "indicators/hardship.toml", "indicators/midwives.toml"
SIM, DUTIES = "simulation.toml", "duties.toml"
PLACES, BELONGINGS = "places/places.csv", "places/belongings.csv"
HEIRS, OFFICES = "places/successions.csv", "places/offices.csv"

# What is spoilt, where the mistake must be told (a text on its line, or none for the file),
# and a piece of what is told.
CASES: list[tuple[str, Spoil, str, str, str]] = [
    ("circle", swap(BELONGINGS, "N,2000-01-01,NW,", "N,2000-01-01,a,"), BELONGINGS,
     "N,2000-01-01,a", "a circle: N@2000-01-01 → a@2000-01-01 → N@2000-01-01"),
    ("two parents", append(BELONGINGS, "a,2000-01-01,S,2000-01-01,2010-01-01,2020-01-01\n"),
     BELONGINGS, "a,2000-01-01,S", "stands under both"),
    ("orphan", swap(BELONGINGS, "d,2020-01-01,S,2000-01-01,2020-01-01,\n", ""), PLACES,
     "Dogelder", "stands under no place from 2020-01-01"),
    ("share", swap(HEIRS, "2/3", "1/2"), HEIRS, ",1/3,", "add up to 0.833333"),
    ("share of nothing", swap(HEIRS, "1/3", "0"), HEIRS, ",0,", "above 0 and at most 1"),
    ("heir of nowhere", swap(HEIRS, "e,2000-01-01,d", "e,2000-01-01,z"), HEIRS, ",z,",
     "no place “z@2020-01-01”"),
    ("kind", swap(PLACES, "commune,rural,Rural Alder,", "comune,rural,Rural Alder,"), PLACES,
     "comune", "“comune” is not on the list — choose one of"),
    ("place twice", append(PLACES, "a,2000-01-01,2020-01-01,commune,rural,Rural A,A,,,,,\n"),
     PLACES, "Rural A,", "stands already at places/places.csv:5"),
    ("two of a code", append(PLACES, "a,2010-01-01,,commune,rural,Rural A,A,,,,,\n"), PLACES,
     "a,2010-01-01", "still belongs to a@2000-01-01"),
    ("no name", swap(PLACES, ",Rural Birch,Birch,", ",Rural Birch,,"), PLACES, "Birch",
     "“name_en” is missing"),
    ("root", swap("pack.toml", 'root = "NW"', 'root = "N"'), "pack.toml", "root",
     "no root place “N”"),
    ("views below nothing", swap("pack.toml", "visits_before = 1200", "visits_before = -1"),
     "pack.toml", "visits_before", "“-1” is below 0"),
    ("office above", swap(OFFICES, "NW,council", "NW,counsel"), OFFICES, "counsel",
     "no office “counsel”"),
    ("file missing", drop(PLACES), PLACES, "", "it is missing — add it"),
    ("head missing", drop("pack.toml"), "pack.toml", "", "it is missing — add it"),
    ("file misnamed", rename("assistance.csv", "asistance.csv"), "asistance.csv", "",
     "did you mean: assistance.csv"),
    ("column", swap(HARD, "in_circumstances", "in_trouble"), HARD, "in_trouble", "in_trouble"),
    ("dataset", swap(MID, '"stations"', '"station"'), MID, "station\"", "station"),
    ("breakdown", swap(HARD, '["sex"]', '["shoe_size"]'), HARD, "shoe_size", "shoe_size"),
    ("unit", swap(HARD, 'unit = "percent"', 'unit = "pct"'), HARD, "unit", "pct"),
    ("no definition", swap(HARD, 'definition_en = "', 'definitions_en = "'), HARD,
     "definitions_en", "did you mean: definition_en"),
    ("no series", swap(MID, "[[series]]", "[[serie]]"), MID, "[[serie]]",
     "did you mean: series"),
    ("owner", swap(HARD, '"council"', '"county"'), HARD, "county", "no office “county”"),
    ("beside", swap(HARD, '["midwives"]', '["midwifes"]'), HARD, "beside", "midwifes"),
    ("file of another code", swap(MID, 'code = "midwives"', 'code = "nurses"'), MID, "nurses",
     "must be called nurses.toml"),
    ("no clause", swap(PLAN, "original_not_held = true\n", ""), PLAN, 'code = "P2"',
     "names no clause — write “clause”, or original_not_held = true"),
    ("both", swap(PLAN, 'clause = "2"\n', 'clause = "2"\noriginal_not_held = true\n'), PLAN,
     "original_not_held", "drop one of the two"),
    ("clause", swap(PLAN, 'clause = "2"', 'clause = "3"'), PLAN, "clause", "has no clause “3”"),
    ("indicator", swap(PLAN, '"hardship"', '"hardships"'), PLAN, "hardships",
     "did you mean: hardship"),
    ("series", swap(PLAN, 'series = "counted"', 'series = "guessed"'), PLAN, "guessed",
     "hardship has no series “guessed” — choose: counted"),
    ("document", swap(PLAN, 'document = "charter"', 'document = "chart"'), PLAN, "chart\"",
     "no document “chart”"),
    ("objective", swap(PLAN, 'objective = "children"', 'objective = "adults"'), PLAN, "adults",
     "no objective “adults”"),
    ("place", swap(PLAN, 'place = "NW"', 'place = "XX"'), PLAN, "XX", "no place “XX”"),
    ("comparator", swap(PLAN, 'comparator = "<="', 'comparator = "≤"'), PLAN, "≤",
     "choose one of: <, <=, =, >=, >"),
    ("order", swap(PLAN, "2015-12-31", "2019-12-31"), PLAN, "due = 2018",
     "is not after due 2019-12-31"),
    ("base", swap(PLAN, "base_on = 2012-12-31", "base_on = 2016-12-31"), PLAN, "due = 2015",
     "is not after base_on 2016-12-31"),
    ("range", swap(PLAN, "value = 100", "value = 101"), PLAN, "101", "is outside the unit percent"),
    ("own level", swap(PLAN, 'allotment = "own"', 'allotment = "same"'), PLAN, "allotment",
     "no place has its own level"),
    ("target twice", swap(PLAN, 'code = "P2"', 'code = "P1"'), PLAN, "", "stands already at"),
    ("no age", swap(PLAN, "data_age_days = 400", "data_age_days = 0"), PLAN, "= 0", "at least 1"),
    ("law", swap("circumstance_groups.csv", "alone,act", "alone,acts"), "circumstance_groups.csv",
     "acts", "no document “acts” — did you mean: act"),
    ("ends first", swap("circumstance_groups.csv", "01-01,,true", "01-01,2000-01-01,true"),
     "circumstance_groups.csv", "2000-01-01", "is not after “valid_from”"),
    ("relation", swap("documents.toml", 'to = "act"', 'to = "acts"'), "documents.toml", "acts",
     "no document “acts”"),
    ("number", swap("documents.toml", 'number = ""', 'number = "none"'), "documents.toml", "none",
     "does not look like a document's number"),
    ("standard", swap("standards.toml", '"commune"', '"school"'), "standards.toml", "subject",
     "a standard for schools needs “levels”"),
    ("year missing", swap(SIM, "year = 2020\nchildren_k", "year = 2002\nchildren_k"), SIM,
     "year = 2002", "“year” 2002 is outside 2012–2025"),
    ("years in all", swap(SIM, "year = 2020\nchildren_k", "year = 2002\nchildren_k"), SIM,
     "", "“year” lacks the years 2020"),
    ("district", swap(SIM, 'code = "N"', 'code = "Q"'), SIM, '"Q"', "no place “Q”"),
    ("no district", swap(SIM, 'code = "N"', 'code = "a"'), SIM, '"a"', "“a” is no district"),
    ("share above all", swap(SIM, "t3 = 90.0", "t3 = 900.0"), SIM, "900", "must be 0–100"),
    ("schools", swap(SIM, "standard_2023 = 3", "standard_2023 = 30"), SIM, "= 30",
     "must hold — correct these numbers"),
    ("group", append(SIM, '[[group]]\ncode = "alones"\nshare = 1.0\n'), SIM, "alones",
     "did you mean: alone"),
    ("published", append(SIM, 'known = ["t9"]\n'), SIM, "t9", "there is no number “t9”"),
    ("duty twice", append(DUTIES, '[[duty]]\ncode = "tell"\ndocument = "charter"\nclause = "2"\n'
     'title_vi = "a"\ntitle_en = "b"\nlead = "council"\n'), DUTIES, "", "stands already at"),
    ("duty without clause", swap(DUTIES, 'clause = "2"\n', ""), DUTIES, "tell", "one of the two"),
    ("clause of a duty", swap(DUTIES, 'clause = "2"', 'clause = "9"'), DUTIES, '"9"',
     "has no clause “9”"),
    ("who leads", swap(DUTIES, '"council"', '"counsel"'), DUTIES, "counsel", "did you mean"),
    ("who supports", swap(DUTIES, '["health"]', '["wealth"]'), DUTIES, "wealth",
     "has no office “wealth”"),
    ("duty in one language", swap(DUTIES, 'lead =', 'result_vi = "a"\nlead ='), DUTIES, "result_vi",
     "stands without “result_en”"),
    ("told afterwards", swap(DUTIES, "2020-03-02", "2020-05-05"), DUTIES, "2020-05-05",
     "after the day itself"),
    ("no such duty", append(SIM, cascade('duty = "tall"', "by = 2020-01-01")), SIM, '"tall"',
     "did you mean: tell"),
    ("two deadlines", append(SIM, cascade('duty = "tell"', "by = 2020-01-01\nwithin = 3")), SIM,
     '"tell"', "one deadline is needed"),
    ("deadline before", append(SIM, cascade('duty = "tell"', "by = 2010-01-01")), SIM,
     "by = 2010", "is not after the day of handing"),
    ("late of all", append(SIM, cascade('duty = "tell"', "within = 3\nlate = 101.0")), SIM,
     "late = 101", "from 0 to 100"),
    ("page", swap("pages/about.vi.md", "+++", "---"), "pages/about.vi.md", "---",
     "the page has no head"),
    ("page without title", swap("pages/about.vi.md", "title", "titel"), "pages/about.vi.md", "+++",
     "“title” is missing"),
    ("page in one language", drop("pages/about.en.md"), "pages/about.vi.md", "",
     "there is no pages/about.en.md"),
    ("toml", append(PLAN, "[[target\n"), PLAN, "[[target", "is not valid TOML"),
    ("csv", append(OFFICES, 'x,"a" b\n'), OFFICES, '"a" b', "is not valid CSV"),
]  # fmt: skip


def find(mistakes: tuple[Mistake, ...], file: str, word: str) -> list[Mistake]:
    """Return the mistakes of a file whose sentence holds a word."""
    return [one for one in mistakes if one.file == file and word in one.en]


@pytest.mark.parametrize(
    ("spoil", "file", "where", "word"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_each_mistake_is_told_where_it_is(
    nowhere: Path, spoil: Spoil, file: str, where: str, word: str
) -> None:
    spoil(nowhere)
    mistakes = read_pack(nowhere).mistakes
    met = find(mistakes, file, word)
    assert met, [str(one) for one in mistakes]
    assert all(one.vi != one.en for one in mistakes)
    if where:
        assert {one.line for one in met} & lines_of(nowhere, file, where), list(map(str, met))


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1"])
def test_other_encodings_are_told(nowhere: Path, encoding: str) -> None:
    text = (nowhere / PLAN).read_text(encoding="utf-8")
    (nowhere / PLAN).write_bytes(text.replace("ế", "é").encode(encoding, errors="replace"))
    met = find(read_pack(nowhere).mistakes, PLAN, "UTF-8")
    assert len(met) == 1


def test_a_mark_before_utf_8_is_no_mistake(nowhere: Path) -> None:
    for path in (*nowhere.rglob("*.csv"), *nowhere.rglob("*.toml"), *nowhere.rglob("*.md")):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert read_pack(nowhere).mistakes == ()


def test_many_mistakes_are_told_at_once(nowhere: Path) -> None:
    chosen = {"share", "column", "no clause", "law", "page", "office above", "range"}
    wanted = [case for case in CASES if case[0] in chosen]
    for _, spoil, *_ in wanted:
        spoil(nowhere)
    mistakes = read_pack(nowhere).mistakes
    assert all(find(mistakes, file, word) for _, _, file, _, word in wanted)
    assert list(mistakes) == sorted(mistakes)


def test_an_empty_province_is_told(nowhere: Path) -> None:
    for name in ("places", "belongings", "successions", "namings", "offices"):
        path = nowhere / "places" / f"{name}.csv"
        path.write_text(path.read_text("utf-8").splitlines()[0] + "\n", encoding="utf-8")
    told = [one.en for one in read_pack(nowhere).mistakes if one.file == PLACES]
    assert any("no programme area" in one for one in told)
    assert any("no commune" in one for one in told)


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    told = {one.file for one in read_pack(tmp_path).mistakes}
    assert {"pack.toml", PLACES, BELONGINGS} <= told


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    (mistake,) = read_pack(tmp_path / "nothing").mistakes
    assert "there is no such folder" in mistake.en


def test_one_wrong_kind_is_told_once(nowhere: Path) -> None:
    swap(PLACES, "commune,rural,Rural Alder,", "comune,rural,Rural Alder,")(nowhere)
    assert len(read_pack(nowhere).mistakes) == 1
