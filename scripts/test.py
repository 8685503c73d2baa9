"""Every check, then the tests on SQLite, then those that read a database on PostgreSQL."""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
NOTHING_CHOSEN = 5  # pytest's word where -k or a path leaves no test
# What reads no database, or asks only the browser, runs once; what starts a PostgreSQL of its
# own runs with the other.
PART = {"sqlite": "not walled", "postgresql": "(database or walled) and not screen"}
BY_FILE = ("--dist", "loadfile", "--no-loadscope-reorder")
CHECKS = {
    "style": ("ruff", "check", "."),
    "format": ("ruff", "format", "--check", "."),
    "floors": ("lint-imports",),
    "types": ("mypy",),
}


def step(name: str, *words: str | Path, **environment: str) -> bool:
    """Run one step; return whether it passed, with its time."""
    began = time.monotonic()
    print(f"\n── {name}", flush=True)
    done = subprocess.run(words, cwd=ROOT, env={**os.environ, **environment}, check=False)
    good = done.returncode in (0, NOTHING_CHOSEN)
    print(f"── {name}: {'✓' if good else '✗'} {time.monotonic() - began:.0f} s", flush=True)
    return good


def checks() -> bool:
    """Run the linters, the types and the contracts of the floors."""
    env = {
        "MANGNON_MODE": "test",
        "MANGNON_DATA": str(ROOT),
        "MANGNON_SECRET_KEY": "of the checks only, never of a running installation",
        "DJANGO_SETTINGS_MODULE": "mangnon.settings",
    }
    results = [step(name, BIN / words[0], *words[1:], **env) for name, words in CHECKS.items()]
    return all(results)


def tests(database: str, marked: str, rest: list[str]) -> bool:
    """Run the tests on one kind of database, a worker a core; those with a deadline alone."""
    pytest = (sys.executable, "-m", "pytest")
    chosen = f"({marked}) and {PART[database]}"
    many = (*pytest, "-n", "2", *BY_FILE, "-m", f"{chosen} and not alone")
    good = step(f"tests · {database}", *many, *rest, MANGNON_TEST_DATABASE=database)
    alone = (*pytest, "-m", f"{chosen} and alone")
    return step(f"alone · {database}", *alone, *rest, MANGNON_TEST_DATABASE=database) and good


def main() -> int:
    """Return 0 where everything passed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--long", action="store_true", help="also what takes long")
    parser.add_argument("--only-checks", action="store_true")
    parser.add_argument("--database", choices=("sqlite", "postgresql"))
    options, rest = parser.parse_known_args()
    good = True if rest else checks()
    if not options.only_checks:
        marked = "long or not long" if options.long else "not long"
        # Ten times as many examples of every property.
        rest = ["--hypothesis-profile=long", *rest] if options.long else rest
        wanted = [options.database] if options.database else ["sqlite", "postgresql"]
        results = [tests(one, marked, rest) for one in wanted]
        good = good and all(results)
    print("\n✓ all passed" if good else "\n✗ something failed: see above", flush=True)
    return 0 if good else 1


if __name__ == "__main__":
    raise SystemExit(main())
