"""Reads the environment; a value that is missing or wrong stops the start with a sentence."""

import os
from datetime import date
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


def _refuse(name: str, problem: str, write: str) -> ImproperlyConfigured:
    return ImproperlyConfigured(f"{name}: {problem}. Write, for example: {name}={write}")


def text(name: str, *, example: str, default: str | None = None) -> str:
    """Return the variable's text; without a default it must be set."""
    value = os.environ.get(name, "").strip()
    if value:
        return value
    if default is None:
        raise _refuse(name, "is not set", example)
    return default


def choice(name: str, options: tuple[str, ...], *, default: str) -> str:
    """Return one of ``options``."""
    value = text(name, example=default, default=default)
    if value not in options:
        raise _refuse(name, f"“{value}” is not one of {', '.join(options)}", options[0])
    return value


def number(name: str, *, default: int, least: int, most: int) -> int:
    """Return a whole number between ``least`` and ``most``."""
    value = text(name, example=str(default), default=str(default))
    if not value.isascii() or not value.isdigit() or not least <= int(value) <= most:
        raise _refuse(name, f"“{value}” is not a whole number from {least} to {most}", str(default))
    return int(value)


def day(name: str) -> date | None:
    """Return a day written as 2026-01-15, or None where the variable is not set."""
    value = os.environ.get(name, "").strip()
    if not value:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise _refuse(name, f"“{value}” is not a day", "2026-01-15") from None


def folder(name: str, *, example: str) -> Path:
    """Return a folder that exists."""
    value = Path(text(name, example=example)).expanduser()
    if not value.is_dir():
        raise _refuse(name, f"the folder “{value}” does not exist", example)
    return value.resolve()


def secret(name: str, *, example: str, default: str | None = None) -> str:
    """Return a secret from NAME_FILE (a mounted file) or NAME."""
    path = os.environ.get(f"{name}_FILE", "").strip()
    if not path:
        return text(name, example=example, default=default)
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except OSError as error:
        raise _refuse(f"{name}_FILE", f"cannot be read ({error.strerror})", example) from None
