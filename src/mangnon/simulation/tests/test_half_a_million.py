"""A province in full: half a million children written, counted, released and read, in bounds."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.long, pytest.mark.alone]

CHILDREN = 500_000
MOST_KILOBYTES = 4_000_000  # a machine of 8 GB builds it beside a browser
COMMANDS = "from mangnon.cli import main; main()"


def run(folder: Path, *words: str) -> tuple[str, int]:
    """Run a command in a folder of its own; give its output and its most memory in kilobytes."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("MANGNON_")}
    env.pop("DJANGO_SETTINGS_MODULE", None)
    with (folder / "output.txt").open("w+", encoding="utf-8") as output:
        process = subprocess.Popen(
            [sys.executable, "-c", COMMANDS, *words], cwd=folder, env=env, stdout=output
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        told = output.read()
    assert process.returncode == 0, told
    return told, used.ru_maxrss


def test_half_a_million_children_in_bounded_memory(tmp_path: Path) -> None:
    _, memory = run(tmp_path, "demo", "--no-serve", "--children", str(CHILDREN))
    assert memory < MOST_KILOBYTES
    told, memory = run(tmp_path, "--demo", "scorecard", "--on", "31/12/2015", "--json")
    rows = {row["code"]: row for row in json.loads(told)}
    assert len(rows) == 8
    assert rows["T2"]["value"] == pytest.approx(81.5, abs=0.02)
    assert rows["T1"]["value"] == pytest.approx(2.46, abs=0.02)
    assert rows["T1"]["denominator"] > 400_000
    assert memory < MOST_KILOBYTES / 4
