"""nginx's log: whatever is rotated, cut short or spoilt, no line is counted twice or lost."""

import gzip
import json
import logging
from datetime import date

import pytest

from mangnon.clock import pinned
from mangnon.visits import checking, logs, queries
from mangnon.visits.errors import NotFollowed
from mangnon.visits.following import Follower
from mangnon.visits.models import DayCount, Followed

pytestmark = pytest.mark.django_db
NOON = 1_768_453_200  # 15 January 2026, 12:00 in Việt Nam


class Log:
    """A log as nginx writes it; every line of its own moment."""

    def __init__(self, path):
        self.path, self._at = path, NOON

    def write(self, number=1, **other):
        with self.path.open("ab") as file:
            for _ in range(number):
                file.write(self.line(**other))

    def line(self, **other):
        self._at += 0.001
        noted = {"at": f"{self._at:.3f}", "method": "GET", "status": "200", "robot": "0",
                 "kind": "text/html; charset=utf-8", "purpose": "  ", "path": "/"}  # fmt: skip
        return json.dumps(noted | other).encode() + b"\n"

    def rotate(self, name="visits.log.1"):
        return self.path.rename(self.path.with_name(name))


@pytest.fixture
def log(tmp_path):
    one = Log(tmp_path / "visits.log")
    one.path.touch()
    return one


def test_each_look_counts_what_is_new(log):
    follower = Follower(log.path)
    assert follower.look() == 0
    log.write(3)
    assert (follower.look(), follower.look()) == (3, 0)
    log.write(2)
    assert (Follower(log.path).look(), queries.total()) == (2, 5)


@pytest.mark.parametrize("other", [
    {"robot": "1"}, {"method": "HEAD"}, {"status": "404"}, {"status": "304"},
    {"kind": "image/svg+xml"}, {"kind": ""}, {"purpose": "prefetch  "}, {"path": "/desk/"},
    {"path": "/%64esk/"},
])  # fmt: skip
def test_what_is_no_view_is_not_counted(log, other):
    log.write(2, **other)
    log.write(1)
    assert Follower(log.path).look() == 1


def test_a_view_is_of_its_day_in_vietnam_and_of_its_section(log):
    log.write(path="/en/indicator/T1/", at=str(NOON + 12 * 3600))
    Follower(log.path).look()
    assert DayCount.objects.values_list("day", "section", "count").get() == (
        date(2026, 1, 16), "chi-so", 1,
    )  # fmt: skip


def test_a_rotated_log_is_read_to_its_end_and_the_new_one_from_its_beginning(log):
    follower = Follower(log.path)
    log.write(3)
    follower.look()
    log.write(4)
    old = log.rotate()
    log.write(5)
    with old.open("ab") as late:  # nginx has not opened the new one yet
        late.write(log.line())
    assert follower.look() == 10
    with old.open("ab") as late:
        late.write(log.line())
    assert follower.look() == 1
    log.rotate("visits.log-20260116")
    log.write(2)
    assert (follower.look(), Follower(log.path).look()) == (2, 0)


def test_several_rotations_while_nobody_followed(log):
    log.write(3)
    Follower(log.path).look()
    for number in range(3):
        log.write(2)
        log.rotate(f"visits.log.{9 - number}")
    log.write(1)
    assert Follower(log.path).look() == 7


def test_a_compressed_log_is_known_again(log):
    log.write(3)
    Follower(log.path).look()
    log.write(2)
    old = log.rotate()
    with gzip.open(f"{old}.gz", "wb") as file:
        file.write(old.read_bytes())
    follower = Follower(log.path.with_name("visits.log.1"))  # both are there for a moment
    assert follower.look() == 2
    old.unlink()
    log.path.touch()
    assert Follower(log.path).look() == 0


def test_a_file_that_is_just_being_compressed_waits(log):
    log.write(50)
    whole = gzip.compress(log.path.read_bytes())
    (log.path.with_name("visits.log.2.gz")).write_bytes(whole[: len(whole) // 2])
    (log.path.with_name("visits.log.3.gz")).write_bytes(b"no gzip at all")
    assert Follower(log.path).look() == 50


def test_a_log_that_is_emptied_begins_anew(log):
    follower = Follower(log.path)
    log.write(9)
    follower.look()
    log.path.write_bytes(b"")
    log.write(2)
    assert (follower.look(), queries.total()) == (2, 11)


def test_half_a_line_waits_for_its_other_half(log):
    follower = Follower(log.path)
    line = log.line()
    log.write(1)
    with log.path.open("ab") as file:
        file.write(line[:30])
        file.flush()
        assert follower.look() == 1
        file.write(line[30:])
    assert follower.look() == 1


def test_spoilt_lines_are_passed_over_and_told(log, caplog):
    log.path.write_bytes(
        b'127.0.0.1 - - [15/Jan/2026] "GET / HTTP/1.1" 200\n\xff\xfe\n[]\n{}\n'
        b'{"at":"1e999","method":"GET","status":"200","kind":"text/html","purpose":"",'
        b'"robot":"0","path":"/"}\n' + b"{" * 100_000 + b"\n"
    )
    log.write(2)
    with caplog.at_level(logging.WARNING):
        assert Follower(log.path).look() == 2
    assert "6 dòng không theo mẫu" in caplog.text
    assert "127.0.0.1" not in caplog.text


def test_a_large_log_is_read_piece_by_piece(log, monkeypatch):
    monkeypatch.setattr(logs, "PIECE", 1000)
    log.write(50)
    with log.path.open("ab") as file:
        file.write(b"x" * 5000 + b"\n")
    log.write(50)
    assert Follower(log.path).look() == 100
    assert Followed.objects.get().read_to == log.path.stat().st_size


def test_two_followers_count_a_line_once(log, monkeypatch):
    log.write(5)
    first, second = Follower(log.path), Follower(log.path)
    pieces = logs.pieces

    def slow(file, start):
        for piece in pieces(file, start):
            monkeypatch.setattr(logs, "pieces", pieces)
            assert second.look() == 5  # while the first has read and not yet written
            yield piece

    monkeypatch.setattr(logs, "pieces", slow)
    assert first.look() == 0
    assert queries.total() == 5
    log.write(1)
    assert first.look() + second.look() == 1


def test_a_file_long_gone_is_forgotten_and_one_that_is_there_is_not(log):
    with pinned(date(2026, 1, 15)):
        log.write(3)
        Follower(log.path).look()
        old = log.rotate()
        log.write(1)
        Follower(log.path).look()
    log.rotate("visits.log.2")
    log.write(1)
    old.unlink()
    with pinned(date(2026, 6, 1)):
        Follower(log.path).look()
    assert Followed.objects.count() == 2


def test_a_log_that_is_not_there_is_a_sentence(tmp_path):
    with pytest.raises(NotFollowed, match=r"visits\.log"):
        Follower(tmp_path / "visits.log")


def test_the_check_says_what_is_not_counted(log, settings, monkeypatch):
    assert list(checking.flaws()) == []
    settings.VISITS = "log"
    assert "Chưa đếm" in str(next(checking.flaws()))
    log.write(3)
    Follower(log.path).look()
    assert list(checking.flaws()) == []
    log.write(1)
    assert list(checking.flaws()) == []  # it came just now
    monkeypatch.setattr(checking, "_PATIENCE", -1)
    assert "chưa đếm" in str(next(checking.flaws()))
    log.path.unlink()
    assert "Không đọc được" in str(next(checking.flaws()))
