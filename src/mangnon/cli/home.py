"""An installation's own folder: its settings in a small file, its secrets beside it."""

import os
import secrets
from pathlib import Path

import click

from mangnon.vault import KeyRing

ENV_FILE = "mangnon.env"


def use_home(folder: Path | None, *, alone: bool = False) -> None:
    """Read the folder's settings into the environment; what is set there already stands.

    ``alone``: nothing that is set there counts. A demonstration never touches another's data.
    """
    if folder is None:
        return
    path = folder / ENV_FILE
    if not path.exists():
        raise click.ClickException(
            f"“{folder}” chưa có bản cài đặt; hãy chạy: mangnon demo / "
            f"“{folder}” holds no installation; run: mangnon demo"
        )
    if alone:
        for name in [name for name in os.environ if name.startswith("MANGNON_")]:
            del os.environ[name]
    for line in path.read_text(encoding="utf-8").splitlines():
        name, _, value = line.partition("=")
        os.environ.setdefault(name, value)


def make_home(folder: Path, **values: str) -> None:
    """Make the folder of a demonstration, its keys and settings; keep what is there."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    if not (folder / "keys").exists():
        KeyRing.generate(folder / "keys")
    if not (folder / "secret").exists():
        (folder / "secret").write_text(secrets.token_urlsafe(50), encoding="utf-8")
        (folder / "secret").chmod(0o600)
    lines = {
        **values,
        "MANGNON_DATA": str(folder.resolve()),
        "MANGNON_SECRET_KEY_FILE": str(folder.resolve() / "secret"),
    }
    text = "".join(f"{name}={value}\n" for name, value in lines.items())
    (folder / ENV_FILE).write_text(text, encoding="utf-8")
