"""Folders for a moment: gone with their process, or when the next one begins."""

import io
import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from mangnon.indicators import engine, reader, scratch

# Claims a folder, puts something in it, says where it is, and waits to be ended.
HOLDER = """
import signal, sys
from pathlib import Path
from mangnon.cli import leave_in_order
from mangnon.indicators import scratch
leave_in_order()
folder = scratch.claim("spill", Path(sys.argv[1]))
(folder / "rows").write_text("facts")
print(folder, flush=True)
signal.pause()
"""


@pytest.fixture
def holder(tmp_path):
    """A process that holds a folder below ``tmp_path``: (process, folder)."""
    words = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
        yield process, Path(process.stdout.readline().strip())
        process.kill()


def test_a_folder_is_its_owners_alone_until_it_is_released(tmp_path):
    folder = scratch.claim("spill", tmp_path)
    assert folder.parent == tmp_path
    assert folder.stat().st_mode & 0o777 == 0o700
    scratch.release(folder)
    assert list(tmp_path.iterdir()) == []


def test_a_process_told_to_end_takes_its_folder_with_it(holder, tmp_path):
    process, folder = holder
    assert (folder / "rows").exists()
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) == 128 + signal.SIGTERM
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_process_left_goes_when_the_next_begins(holder, tmp_path):
    process, left = holder
    process.kill()
    process.wait(20)
    assert (left / "rows").exists()
    mine = scratch.claim("spill", tmp_path)
    assert list(tmp_path.iterdir()) == [mine]
    scratch.release(mine)


def test_the_folder_of_a_living_process_is_left_alone(holder, tmp_path):
    _process, folder = holder
    mine = scratch.claim("spill", tmp_path)
    assert set(tmp_path.iterdir()) == {folder, mine}
    scratch.release(mine)


def test_another_purpose_is_left_alone(holder, tmp_path):
    process, left = holder
    process.kill()
    process.wait(20)
    scratch.release(scratch.claim("read", tmp_path))
    assert left.exists()


def test_the_engine_spills_under_the_data_folder():
    engine.close()
    with engine.cursor() as cursor:
        (told,) = cursor.execute("SELECT current_setting('temp_directory')").fetchone()
    spill = Path(told)
    assert spill.parent == Path(settings.DATA_DIR) / "scratch"
    assert spill.exists()
    engine.close()
    assert not spill.exists()


def test_the_reader_removes_what_it_wrote_when_nobody_asks_any_more(tmp_path):
    folder = tmp_path / "read"
    folder.mkdir()
    first = {"vendor": "sqlite", "uri": ":memory:", "folder": str(folder)}
    asked = {"sql": "SELECT 1 AS one", "path": str(folder / "one")}
    answers = io.StringIO()
    reader.serve(io.StringIO(f"{json.dumps(first)}\n{json.dumps(asked)}\n"), answers)
    assert answers.getvalue() == "done\n"
    assert not folder.exists()


def test_what_bears_no_lock_is_not_ours_to_remove(tmp_path):
    (tmp_path / "spill-of-another").mkdir()
    mine = scratch.claim("spill", tmp_path)
    scratch.release(mine)
    assert [left.name for left in tmp_path.iterdir()] == ["spill-of-another"]
