"""Collects the Vietnamese sentences and compiles the catalogues (Babel, no GNU gettext).

Sentences stand in templates ({% translate %}, {% blocktranslate %}, ``_()``) and in Python
(``_()`` and its kin). New ones are added to the catalogue without English; gone ones leave it.
"""

import ast
import importlib.util
import io
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "mangnon"
CATALOGUE = SOURCE / "locale" / "en" / "LC_MESSAGES" / "django.po"
COMPILED = CATALOGUE.with_suffix(".mo")
# Written by hand: Vietnamese for what kept libraries say in English, at signing in and, in
# parts, in the editors' house. What they say in the browser is a catalogue of its own.
LIBRARIES = SOURCE / "locale" / "vi" / "LC_MESSAGES" / "django.po"
PARTS = SOURCE / "locale" / "vi" / "parts"
DOMAINS = ("django", "djangojs")
KEPT = ("allauth", "modelsearch", "taggit", "treebeard", "wagtail")
# A date of its own would change the files at every run.
ALWAYS = datetime(2013, 12, 3, tzinfo=UTC)
CALLS = frozenset({"_", "gettext", "gettext_lazy", "gettext_noop"})

_TAG = re.compile(r"""\{%\s*(?:translate|trans)\s+(?:"([^"]*)"|'([^']*)')""")
_CALL = re.compile(r"""[:=\s(]_\((?:"([^"]*)"|'([^']*)')\)""")
_BLOCK = re.compile(
    r"\{%\s*blocktrans(?:late)?\b([^%]*)%\}(.*?)\{%\s*endblocktrans(?:late)?\s*%\}", re.DOTALL
)
_PLURAL = re.compile(r"\{%\s*plural\s*%\}")
_VARIABLE = re.compile(r"\{\{\s*([\w.]+)\s*\}\}")
_LINES = re.compile(r"\s*\n\s*")
PLACEHOLDER = re.compile(r"%\(\w+\)s")
# A sentence; where a number counts, what is said of one and what is said of more.
Words = str | tuple[str, ...]


def in_template(text: str) -> Iterator[Words]:
    """Yield the sentences of a template, as Django looks them up."""
    for options, body in _BLOCK.findall(text):
        said = tuple(_in_block(one, "trimmed" in options) for one in _PLURAL.split(body))
        yield said if len(said) > 1 else said[0]
    for double, single in [*_TAG.findall(text), *_CALL.findall(text)]:
        yield double or single


def _in_block(body: str, trimmed: bool) -> str:
    """Return a block's sentence with its placeholders."""
    body = _LINES.sub(" ", body.strip()) if trimmed else body
    return _VARIABLE.sub(r"%(\1)s", body.replace("%", "%%"))


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


def collected() -> set[Words]:
    """Return every sentence of the program, tests left out."""
    found: set[Words] = set()
    for path in sorted(SOURCE.rglob("*")):
        if "tests" in path.parts:
            continue
        if path.suffix == ".html":
            found.update(in_template(path.read_text(encoding="utf-8")))
        elif path.suffix == ".py":
            found.update(in_python(path.read_text(encoding="utf-8")))
    return {one for one in found if first(one).strip()}


def first(words: Words) -> str:
    """Return a sentence, or what is said of one: the catalogue finds both by it."""
    return words if isinstance(words, str) else words[0]


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
    for sentence in sorted(collected(), key=first):
        known = before.get(first(sentence))
        kept = known is not None and type(known.id) is type(sentence)
        catalogue.add(sentence, known.string if kept else "")
    return catalogue


def missing(catalogue: Catalog) -> list[str]:
    """Return the sentences without English."""
    return [first(one.id) for one in catalogue if one.id and not all(forms(one.string))]


def forms(words: Words) -> tuple[str, ...]:
    """Return what is said of one and of more; a sentence without a number has one form."""
    return (words,) if isinstance(words, str) else tuple(words)


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


def read(path: Path, locale: str = "vi") -> Catalog:
    """Return a catalogue as it is on disk; an empty one where there is none."""
    if not path.exists():
        return Catalog(locale=locale)
    with path.open("rb") as file:
        return read_po(file, locale=locale)


def written_for_libraries(domain: str) -> Iterator[Message]:
    """Yield our Vietnamese for kept libraries from every file of the domain."""
    browser = domain == "djangojs"
    parts = [one for one in sorted(PARTS.glob("*.po")) if ("djangojs" in one.name) == browser]
    for path in parts if browser else [LIBRARIES, *parts]:
        yield from (one for one in read(path) if one.id)


def for_libraries(domain: str = "django") -> Catalog:
    """Return our Vietnamese for the sentences of kept libraries, all parts as one."""
    whole = Catalog(locale="vi", fuzzy=False, project="Măng Non", charset="utf-8")
    for one in written_for_libraries(domain):
        whole.add(one.id, one.string, context=one.context)
    return whole


def compiled_for_libraries(domain: str) -> Path:
    """Return where Django reads our Vietnamese for the libraries."""
    return LIBRARIES.with_name(f"{domain}.mo")


def unsaid(domain: str) -> set[str]:
    """Return what the installed libraries say in English, and neither they nor we in Vietnamese."""
    said, asked = {key(one) for one in written_for_libraries(domain)}, set()
    for name in KEPT:
        spec = importlib.util.find_spec(name)
        for home in spec.submodule_search_locations or () if spec else ():
            for english in Path(home).rglob(f"locale/en/LC_MESSAGES/{domain}.po"):
                if "styleguide" in english.parts:  # for Wagtail's own makers
                    continue
                asked |= {key(one) for one in read(english, "en") if one.id}
                theirs = read(english.parents[2] / "vi" / "LC_MESSAGES" / english.name)
                said |= {key(one) for one in theirs if all(forms(one.string)) and not one.fuzzy}
    return {words for words, _context in asked - said}


def key(message: Message) -> tuple[str, str | None]:
    """Return what a translation is found by."""
    return first(message.id), message.context


def main() -> None:
    """Bring the catalogue up to date, compile all, and name what is still untranslated."""
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    catalogue = updated()
    CATALOGUE.write_bytes(written(catalogue))
    COMPILED.write_bytes(compiled(held()))
    for domain in DOMAINS:
        compiled_for_libraries(domain).write_bytes(compiled(for_libraries(domain)))
    without, foreign = missing(catalogue), sorted(set().union(*map(unsaid, DOMAINS)))
    for sentence in without:
        print(f"chưa có tiếng Anh / no English yet: {sentence}")
    for sentence in foreign:
        print(f"chưa có tiếng Việt / no Vietnamese yet: {sentence}")
    print(f"{len(catalogue)} câu / sentences, {len(without)} thiếu / missing: {CATALOGUE.name}")
    sys.exit(1 if without or foreign else 0)


if __name__ == "__main__":
    main()
