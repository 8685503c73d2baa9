"""Writes docs/reference.md from the code: settings, rights, commands, datasets, statuses."""

import ast
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "docs" / "reference.md"
SETTINGS = ROOT / "src" / "mangnon" / "settings"
KINDS = {"text", "choice", "number", "day", "folder", "secret"}


def settings() -> Iterator[tuple[str, str, str, str]]:
    """Yield each environment variable: name, kind, default or example, file."""
    for path in sorted(SETTINGS.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            if node.func.attr in KINDS and isinstance(node.args[0], ast.Constant):
                words = {word.arg: word.value for word in node.keywords}
                shown = words.get("example") or words.get("default")
                example = shown.value if isinstance(shown, ast.Constant) else ""
                options = " \\| ".join(ast.literal_eval(node.args[1])) if len(node.args) > 1 else ""
                yield node.args[0].value, node.func.attr, options or str(example), path.name


def commands() -> Iterator[tuple[str, str]]:
    """Yield every command and what it is for, groups opened."""
    import click

    from mangnon.cli import COMMANDS, cli

    context = click.Context(cli)
    for name, (_, about) in COMMANDS.items():
        yield f"mangnon {name}", about
        command = cli.get_command(context, name)
        if isinstance(command, click.Group):
            for sub in command.list_commands(context):
                found = command.get_command(context, sub)
                yield f"mangnon {name} {sub}", ((found and found.help) or "").splitlines()[0]


def table(*rows: tuple[str, ...]) -> Iterator[str]:
    """Write a Markdown table; the first row is its head."""
    yield f"| {' | '.join(rows[0])} |"
    yield f"|{'---|' * len(rows[0])}"
    for row in rows[1:]:
        yield f"| {' | '.join(row)} |"
    yield ""


def rights_and_roles() -> Iterator[str]:
    """Write what may be done, on what it rests, and which roles come with it."""
    from mangnon.access.rights import RIGHTS
    from mangnon.access.roles import ROLES

    yield "## Rights\n"
    head = ("act", "tiếng Việt", "English", "rests on", "comes with", "asks a reason", "by two")
    rights = [
        (
            f"`{r.act}`",
            r.vi,
            r.en,
            r.basis,
            _codes(r.implies),
            _tick(r.asks_reason),
            _tick(not r.one_gives),
        )
        for r in RIGHTS
    ]
    yield from table(head, *rights)
    yield "## Roles\n"
    yield "A role is held at a place, from a day, to a day; it reaches all that is below. With a"
    yield "right that two give, it waits until a second administrator confirms it.\n"
    roles = [(f"`{r.code}`", r.vi, r.en, _codes(r.rights), _codes(r.held_at)) for r in ROLES]
    yield from table(("role", "tiếng Việt", "English", "rights", "held at"), *roles)


def _tick(holds: bool) -> str:
    return "✓" if holds else ""


def _codes(codes: tuple[str, ...]) -> str:
    return ", ".join(f"`{code}`" for code in codes)


def page() -> Iterator[str]:
    """Write the page, line by line."""
    from mangnon.indicators.datasets import datasets
    from mangnon.programme.status import STATUS_WORDS

    yield "# Reference\n"
    yield "*Written by `scripts/reference.py` from the code; a test fails when it is behind.*\n"
    yield "## Settings (environment variables)\n"
    yield "Secrets may also come from a mounted file: write its path in `NAME_FILE`.\n"
    yield from table(("variable", "kind", "example or choices", "file"), *settings())
    yield "## Commands\n"
    yield from table(("command", "what it is for"), *((f"`{c}`", a) for c, a in commands()))
    yield from rights_and_roles()
    yield "## Words of a status\n"
    words = [(f"`{code}`", word.vi, word.en) for code, word in STATUS_WORDS.items()]
    yield from table(("status", "tiếng Việt", "English"), *words)
    yield "## Datasets\n"
    yield "What an indicator's expressions may use. A breakdown splits a figure.\n"
    for one in datasets():
        yield f"### `{one.code}`: {one.vi} / {one.en}\n"
        rows = [
            (f"`{c.name}`", c.type, c.breakdown.name if c.breakdown else "", c.vi, c.en)
            for c in one.columns
        ]
        yield from table(("column", "type", "breakdown", "tiếng Việt", "English"), *rows)


def text() -> str:
    """Return the page as it should be."""
    return "\n".join(page()).rstrip() + "\n"


def main() -> None:
    """Write the page."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("MANGNON_MODE", "test")
        os.environ.setdefault("MANGNON_DATA", folder)
        os.environ.setdefault("MANGNON_SECRET_KEY", "of this script only, never of an installation")
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mangnon.settings")
        import django

        django.setup()
        OUT.write_text(text(), encoding="utf-8")
    sys.stdout.write("docs/reference.md\n")


if __name__ == "__main__":
    main()
