"""The calendar is what RFC 5545 asks for, read back by a reader of its own."""

from datetime import UTC, date, datetime, time

from mangnon.meetings.ical import Event, calendar

AT = datetime(2013, 12, 3, 1, 0, tzinfo=UTC)
TITLE = "Hội nghị quán triệt chỉ thị; chăm sóc, giáo dục\nvà bảo vệ trẻ em ở địa bàn " * 2


def event(**words: object) -> Event:
    given = {"uid": "1@x", "title": TITLE, "where": "Hội trường", "day": date(2013, 12, 3),
             "last_day": date(2013, 12, 3), "starts": time(8), "ends": time(11, 30), "version": 2,
             "changed_at": AT}  # fmt: skip
    return Event(**(given | words))


def read(text: str) -> dict[str, str]:
    """Unfold the lines and take the escapes out."""
    lines = text.replace("\r\n ", "").split("\r\n")
    pairs = dict(line.split(":", 1) for line in lines if ":" in line)
    plain = {"\\n": "\n", "\\;": ";", "\\,": ","}
    for name, value in pairs.items():
        for written, meant in plain.items():
            value = value.replace(written, meant)
        pairs[name] = value
    return pairs


def test_what_was_written_is_read_back():
    text = calendar("Lịch", [event()])
    found = read(text)
    assert found["SUMMARY"] == TITLE
    assert (found["DTSTART"], found["DTEND"]) == ("20131203T010000Z", "20131203T043000Z")
    assert (found["SEQUENCE"], found["STATUS"]) == ("2", "CONFIRMED")


def test_no_line_is_longer_than_a_line_may_be_and_no_letter_is_cut():
    text = calendar("Lịch", [event()])
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


def test_without_an_hour_it_lasts_whole_days():
    found = read(calendar("", [event(starts=None, ends=None, last_day=date(2013, 12, 4))]))
    assert found["DTSTART;VALUE=DATE"] == "20131203"
    assert found["DTEND;VALUE=DATE"] == "20131205"  # the day after the last


def test_what_was_called_off_says_so():
    assert read(calendar("", [event(cancelled=True)]))["STATUS"] == "CANCELLED"
