"""Steps run in processes of their own: a fresh database, a fresh memory, one JSON answer."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
_ANSWER = "answer: "


class StepFailed(Exception):
    """A step ended with an error; what it said is above."""


def run_step(module: str, **options: object) -> dict[str, Any]:
    """Run ``python -m module {options}`` and return its answer; its other words are shown."""
    words = [sys.executable, "-m", module, json.dumps(options)]
    process = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    answer = None
    for line in process.stdout or ():
        if line.startswith(_ANSWER):
            answer = json.loads(line.removeprefix(_ANSWER))
        else:
            print(line, end="", flush=True)
    if process.wait() != 0 or answer is None:
        raise StepFailed(module)
    return dict(answer)


def as_step(work: Callable[..., dict[str, Any]]) -> None:
    """Run as a step: options in as JSON, the answer out."""
    answer = work(**json.loads(sys.argv[1]))
    print(_ANSWER + json.dumps(answer), flush=True)


def say(words: str) -> None:
    """Say what is being done."""
    print(f"    {words}", flush=True)
