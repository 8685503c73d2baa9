"""Nothing about the reference province is in code: its codes and names live in its pack only."""

import ast
import csv
import re
from collections.abc import Iterator
from pathlib import Path

from mangnon.packs.tests.conftest import REFERENCE, ROOT
from mangnon.places.naming import own_name

SOURCE = ROOT / "src" / "mangnon"
# The demonstration shows this pack; the others name it or one of its codes as an example.
MAY_NAME_IT = {"cli/demo.py", "cli/scorecard.py", "settings/mode.py", "ui/views.py"}
EXAMPLE = f"packs/{REFERENCE.name}"  # in a command that a message tells people to run
CODE_FILES = {".py", ".html", ".sql", ".css", ".js", ".toml", ".json"}


def words() -> set[str]:
    """Return the pack's own words: place codes of five digits, place names of two words."""
    found: set[str] = {REFERENCE.name}
    with (REFERENCE / "places" / "places.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            name = own_name(row["name_vi"], row["style"])
            found |= {code for code in (row["code"],) if re.fullmatch(r"\d{5}", code)}
            found |= {name} if " " in name else set()
    return found


def code_files() -> Iterator[Path]:
    """Walk everything that runs: no tests, no translations."""
    for path in sorted(SOURCE.rglob("*")):
        if path.suffix in CODE_FILES and "tests" not in path.relative_to(SOURCE).parts:
            yield path


def statements(path: Path) -> Iterator[tuple[int, str]]:
    """Give each line that runs; of Python, the texts and names, without comments and docstrings."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        yield from enumerate(text.splitlines(), start=1)
        return
    nodes = list(ast.walk(ast.parse(text)))
    told = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if isinstance(node, ast.Constant) and id(node) not in told:
            yield node.lineno, str(node.value)


def test_the_words_are_those_of_the_pack() -> None:
    assert len(words()) > 200


def test_no_code_names_the_reference_province() -> None:
    any_of = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(words())))})(?!\w)")
    strays = [
        f"{path.relative_to(SOURCE)}:{number}: {met[0]}"
        for path in code_files()
        if path.relative_to(SOURCE).as_posix() not in MAY_NAME_IT
        for number, text in statements(path)
        if (met := any_of.search(text.replace(EXAMPLE, "")))
    ]
    assert strays == []
