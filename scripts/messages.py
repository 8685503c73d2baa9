"""Collects the Vietnamese sentences and compiles the English catalogue (Babel)."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BABEL = Path(sys.executable).parent / "pybabel"
FOLDER = ROOT / "src" / "mangnon" / "locale"
CATALOGUE = FOLDER / "en" / "LC_MESSAGES" / "django.po"


def main() -> None:
    """Bring the catalogue up to date, keep its translations, and compile it."""
    template = FOLDER / "django.pot"
    FOLDER.mkdir(exist_ok=True)
    subprocess.run(
        [BABEL, "-q", "extract", "-F", "scripts/babel.cfg", "--no-location", "--sort-output",
         "--omit-header", "-k", "gettext_lazy", "-k", "ngettext_lazy:1,2", "-k", "pgettext:1c,2",
         "-o", template, "src/mangnon"],
        cwd=ROOT, check=True,
    )  # fmt: skip
    verb = "update" if CATALOGUE.exists() else "init"
    subprocess.run(
        [BABEL, "-q", verb, "-i", template, "-d", FOLDER, "-D", "django", "-l", "en"], check=True
    )
    template.unlink()
    subprocess.run(
        [BABEL, "-q", "compile", "-d", FOLDER, "-D", "django", "--statistics"], check=True
    )


if __name__ == "__main__":
    main()
