"""Pins the requirements: versions with hashes, no addresses; ``--upgrade`` takes newer ones."""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UV = Path(sys.executable).parent / "uv"
COMMON = (
    *("--universal", "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url"),
    *("--no-annotate", "--quiet", "--custom-compile-command", "make requirements"),
)


def pin(name: str, *words: str) -> None:
    """Write ``requirements/NAME.txt``."""
    out = f"requirements/{name}.txt"
    asked = [word for word in sys.argv[1:] if word == "--upgrade"]
    subprocess.run([UV, "pip", "compile", *words, *COMMON, *asked, "-o", out], cwd=ROOT, check=True)


def main() -> None:
    """Pin what runs, then what develops within it, then the installer."""
    pin("run", "pyproject.toml", "--extra", "build", "--extra", "pdf")
    extras = ("build", "pdf", "dev", "bench", "fonts")
    pin("dev", "pyproject.toml", *(w for e in extras for w in ("--extra", e)),
        "-c", "requirements/run.txt")  # fmt: skip
    with tempfile.NamedTemporaryFile("w", suffix=".in") as wanted:
        wanted.write("uv\n")
        wanted.flush()
        pin("tools", wanted.name)


if __name__ == "__main__":
    main()
