"""Rules of the house that a reader of the code could break without noticing."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.urls import URLPattern, get_resolver
from django.urls.converters import IntConverter

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "mangnon"
# Whatever is kept, the trail included; a new model is among them from its first day.
MODELS = {one.__name__ for one in apps.get_models() if one.__module__.startswith("mangnon.")}
WRITES = {"create", "bulk_create", "get_or_create", "update_or_create", "bulk_update", "save"}
# Where rows are written beside acts: figures recounted, the trail's seals, which state is read.
WRITERS = re.compile(
    r"(^|/)actions(\.py$|/)|^indicators/(store|marks)\.py$|^audit/sealing\.py$"
    r"|^places/generation\.py$|^finding/(index|versions)\.py$"
)


def modules() -> list[Path]:
    """Every module that is no test and no migration."""
    return [
        path
        for path in sorted(SOURCE.rglob("*.py"))
        if not {"tests", "migrations"} & set(path.parts)
    ]


def calls(path: Path) -> Iterator[ast.Call]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def test_only_a_door_makes_a_warrant():
    makers = {
        path.relative_to(SOURCE).as_posix()
        for path in modules()
        for call in calls(path)
        if isinstance(call.func, ast.Name) and call.func.id == "Warrant"
    }
    assert makers == {"access/doors.py"}


def _written_model(call: ast.Call) -> str | None:
    """``Model.objects.create(…)`` and ``Model(…).save()`` name the model they write."""
    func = call.func
    if not isinstance(func, ast.Attribute) or func.attr not in WRITES:
        return None
    inner = func.value
    while isinstance(inner, ast.Attribute | ast.Call):
        inner = inner.value if isinstance(inner, ast.Attribute) else inner.func
    return inner.id if isinstance(inner, ast.Name) else None


def test_records_are_written_only_inside_actions():
    strays = {
        f"{path.relative_to(SOURCE)}: {_written_model(call)}"
        for path in modules()
        if not WRITERS.search(path.relative_to(SOURCE).as_posix())
        for call in calls(path)
        if _written_model(call) in MODELS
    }
    assert strays == set()


def test_the_rule_knows_the_trail_and_every_child():
    assert {"Entry", "Seal", "Child", "DataKey", "User", "Holding"} <= MODELS


def test_nothing_asks_the_machine_what_day_it_is():
    asked = re.compile(r"date\.today\(|datetime\.now\(|timezone\.now\(|localdate\(")
    strays = [
        str(path.relative_to(SOURCE))
        for path in modules()
        if "clock" not in path.parts and asked.search(path.read_text(encoding="utf-8"))
    ]
    assert strays == []


def _leaves(patterns, prefix=""):
    for pattern in patterns:
        where = prefix + str(pattern.pattern)
        yield from (
            [(where, pattern)]
            if isinstance(pattern, URLPattern)
            else _leaves(pattern.url_patterns, where)
        )


def test_no_private_address_numbers_what_it_leads_to():
    # The editors' house numbers its pages: they are public, and no child's record is there.
    private = [
        (at, one)
        for at, one in _leaves(get_resolver().url_patterns)
        if at.startswith("desk/") and not at.startswith("desk/cms/")
    ]
    numbered = [
        at
        for at, pattern in private
        if any(isinstance(one, IntConverter) for one in pattern.pattern.converters.values())
    ]
    assert len(private) > 50
    assert numbered == []


def tracked() -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout
    return [name for name in listed.split("\0") if name]


REGISTRIES = ("py" + "pi.org", "python" + "hosted", "npm" + "js.org", "--index" + "-url http")


@pytest.mark.parametrize("word", REGISTRIES)
def test_no_file_names_a_package_registry(word):
    found = subprocess.run(
        ["git", "grep", "-lIF", "--", word], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout
    assert found == ""


def test_no_file_outgrew_its_subject():
    long = [
        name
        for name in tracked()
        if name.endswith(".py")
        and "/migrations/" not in name
        and len((ROOT / name).read_text(encoding="utf-8").splitlines()) > 500
    ]
    assert long == []
