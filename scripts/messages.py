"""Collects the Vietnamese sentences and compiles the English catalogue (Babel, no GNU gettext).

Sentences stand in templates ({% translate %}, {% blocktranslate %}, ``_()``) and in Python
(``_()`` and its kin). New ones are added to the catalogue without English; gone ones leave it.
"""

import ast
import io
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "mangnon"
CATALOGUE = SOURCE / "locale" / "en" / "LC_MESSAGES" / "django.po"
COMPILED = CATALOGUE.with_suffix(".mo")
# Written by hand: Vietnamese for what kept libraries say in English.
LIBRARIES = SOURCE / "locale" / "vi" / "LC_MESSAGES" / "django.po"
# A date of its own would change the files at every run.
ALWAYS = datetime(2013, 12, 3, tzinfo=UTC)
CALLS = frozenset({"_", "gettext", "gettext_lazy", "gettext_noop"})

_TAG = re.compile(r"""\{%\s*(?:translate|trans)\s+(?:"([^"]*)"|'([^']*)')""")
_CALL = re.compile(r"""[:=\s(]_\((?:"([^"]*)"|'([^']*)')\)""")
_BLOCK = re.compile(
    r"\{%\s*blocktrans(?:late)?\b([^%]*)%\}(.*?)\{%\s*endblocktrans(?:late)?\s*%\}", re.DOTALL
)
_VARIABLE = re.compile(r"\{\{\s*([\w.]+)\s*\}\}")
_LINES = re.compile(r"\s*\n\s*")
PLACEHOLDER = re.compile(r"%\(\w+\)s")


def in_template(text: str) -> Iterator[str]:
    """Yield the sentences of a template, as Django looks them up."""
    for options, body in _BLOCK.findall(text):
        trimmed = _LINES.sub(" ", body.strip()) if "trimmed" in options else body
        yield _VARIABLE.sub(r"%(\1)s", trimmed.replace("%", "%%"))
    for double, single in [*_TAG.findall(text), *_CALL.findall(text)]:
        yield double or single


def in_python(text: str) -> Iterator[str]:
    """Yield the sentences of a module: the first argument of every call that translates."""
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else None
        name = node.func.id if isinstance(node.func, ast.Name) else name
        first = node.args[0]
        if name in CALLS and isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield first.value


def collected() -> set[str]:
    """Return every sentence of the program, tests left out."""
    found: set[str] = set()
    for path in sorted(SOURCE.rglob("*")):
        if "tests" in path.parts:
            continue
        if path.suffix == ".html":
            found.update(in_template(path.read_text(encoding="utf-8")))
        elif path.suffix == ".py":
            found.update(in_python(path.read_text(encoding="utf-8")))
    return {one for one in found if one.strip()}


def held() -> Catalog:
    """Return the catalogue as it is committed; an empty one before the first."""
    if not CATALOGUE.exists():
        return Catalog(locale="en", fuzzy=False)
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file, locale="en")
    catalogue.creation_date = catalogue.revision_date = ALWAYS
    return catalogue


def updated() -> Catalog:
    """Return the catalogue with today's sentences and the translations that it has."""
    before = held()
    catalogue = Catalog(
        locale="en", fuzzy=False, project="Măng Non", charset="utf-8", header_comment="# English."
    )
    catalogue.creation_date = catalogue.revision_date = ALWAYS
    for sentence in sorted(collected()):
        known = before.get(sentence)
        catalogue.add(sentence, known.string if known else "")
    return catalogue


def missing(catalogue: Catalog) -> list[str]:
    """Return the sentences without English."""
    return [str(one.id) for one in catalogue if one.id and not one.string]


def written(catalogue: Catalog) -> bytes:
    """Return the catalogue as text, sorted, without dates that change by themselves."""
    file = io.BytesIO()
    write_po(file, catalogue, width=98, omit_header=False, sort_output=True)
    kept = (
        line
        for line in file.getvalue().decode().splitlines()
        if not line.startswith(('"POT-Creation', '"PO-Revision', '"Generated-By', '"Last-Transl'))
    )
    return ("\n".join(kept) + "\n").encode()


def compiled(catalogue: Catalog) -> bytes:
    """Return the binary catalogue that Django reads: the same bytes on any day."""
    catalogue.creation_date = catalogue.revision_date = ALWAYS
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def for_libraries() -> Catalog:
    """Return our Vietnamese for the sentences of kept libraries."""
    with LIBRARIES.open("rb") as file:
        return read_po(file, locale="vi")


def main() -> None:
    """Bring the catalogue up to date, compile it, and name what has no English yet."""
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    catalogue = updated()
    CATALOGUE.write_bytes(written(catalogue))
    COMPILED.write_bytes(compiled(held()))
    LIBRARIES.with_suffix(".mo").write_bytes(compiled(for_libraries()))
    without = missing(catalogue)
    for sentence in without:
        print(f"chưa có tiếng Anh / no English yet: {sentence}")
    print(f"{len(catalogue)} câu / sentences, {len(without)} thiếu / missing: {CATALOGUE.name}")
    sys.exit(1 if without else 0)


if __name__ == "__main__":
    main()
