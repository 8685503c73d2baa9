"""How the tests of the command line run it."""

import sys

import pytest

from mangnon.cli import main


@pytest.fixture
def run(monkeypatch, capsys):
    """Run ``mangnon`` with words; return its exit code and what it said."""

    def say(*words):
        monkeypatch.setattr(sys, "argv", ["mangnon", *words])
        try:
            main()
            code = 0
        except SystemExit as stopped:
            code = stopped.code
        said = capsys.readouterr()
        return code, said.out + said.err

    return say
