"""Files are read as people save them, and what is wrong is told with its line."""

from datetime import date
from pathlib import Path

import pytest

from mangnon.packfile import Field, Folder, Mistake, Shape

SHAPE = Shape(
    "Bảng",
    "Table",
    (
        Field("code", "code", "mã", "code", required=True),
        Field("day", "day", "ngày", "day"),
        Field("share", "share", "phần", "share"),
        Field("flag", "flag", "có không", "flag"),
        Field("count", "whole", "số", "count"),
        Field("size", "number", "cỡ", "size"),
        Field("kind", "code", "loại", "kind", choices=("a", "b")),
        Field("note", "text", "ghi chú", "note"),
    ),
)
INNER = Shape("Trong", "Inner", (Field("x", "whole", "số", "number", required=True),))
WHOLE = Shape(
    "Tệp",
    "File",
    (
        *SHAPE.fields,
        Field("texts", "texts", "danh sách", "list"),
        Field("one", "table", "bảng", "table", inner=INNER),
        Field("many", "tables", "các bảng", "tables", inner=INNER),
    ),
)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """An empty pack."""
    return Folder(tmp_path)


def told(folder: Folder) -> list[tuple[int, str]]:
    """Return line and English half of each mistake."""
    return [(mistake.line, mistake.en) for mistake in folder.mistakes]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_csv_as_excel_saves_it(folder: Folder, mark: bytes) -> None:
    text = 'code,day,share,flag,note\r\nx,2020-01-02,1/3,TRUE,"a, ""b"""\r\n\r\ny,,,,\r\n'
    (folder.path / "t.csv").write_bytes(mark + text.encode())
    first, second = folder.csv("t.csv", SHAPE)
    assert folder.mistakes == []
    assert (first["code"], first["day"], first["flag"]) == ("x", date(2020, 1, 2), True)
    assert first["share"] == 1 / 3 and first["note"] == 'a, "b"'
    assert (first.line, second.line) == (2, 4)
    assert (second["day"], second["note"], second["count"]) == (None, "", None)


def test_a_cell_over_two_lines_keeps_the_line_of_the_next_row(folder: Folder) -> None:
    (folder.path / "t.csv").write_text('code,note\nx,"one\ntwo"\ny,\n', encoding="utf-8")
    assert [row.line for row in folder.csv("t.csv", SHAPE)] == [2, 4]


@pytest.mark.parametrize(
    ("row", "word"),
    [
        (",2020-01-01,", "“code” is missing"),
        ("a b,,", "is not a code"),
        ("a@b,,", "is not a code"),
        ("x,1/7/2025,", "“1/7/2025” is not a day — write it like: 2025-07-01"),
        ("x,2025-02-30,", "is not a day"),
        ("x,,nan", "is not a share"),
        ("x,,1/0", "is not a share"),
        ("x,,1.5", "above 0 and at most 1"),
        ("x,,0", "above 0 and at most 1"),
        ("x,2020-01-01", "the row has 2 cells and the table 3 columns"),
    ],
)
def test_csv_mistakes_have_their_line(folder: Folder, row: str, word: str) -> None:
    (folder.path / "t.csv").write_text(f"code,day,share\nok,,1\n{row}\n", encoding="utf-8")
    folder.csv("t.csv", SHAPE)
    ((line, text),) = told(folder)
    assert line == 3 and word in text


@pytest.mark.parametrize(
    ("cells", "word"),
    [
        ("flag\nx,yes", "is not true or false"),
        ("count\nx,1.5", "is not a whole number"),
        ("size\nx,big", "is not a number"),
        ("size\nx,inf", "is not a number"),
        ("kind\nx,c", "“c” is not on the list — choose one of: a, b"),
        ("kinds\nx,a", "there is no field “kinds” — did you mean: kind"),
        ("code\nx,a", "the column “code” is there twice"),
        ('note\nx,"a" b', "is not valid CSV"),
        ('note\nx,"a', "is not valid CSV"),
    ],
)
def test_other_csv_mistakes(folder: Folder, cells: str, word: str) -> None:
    (folder.path / "t.csv").write_text(f"code,{cells}\n", encoding="utf-8")
    folder.csv("t.csv", SHAPE)
    assert [word in text for _, text in told(folder)] == [True], told(folder)


def test_csv_without_its_columns(folder: Folder) -> None:
    (folder.path / "t.csv").write_text("day\n2020-01-01\n", encoding="utf-8")
    assert folder.csv("t.csv", SHAPE) == []
    assert told(folder) == [(1, "“code” is missing (code) — write it, for example: ma-khong-dau")]


def test_an_empty_csv_says_what_the_first_line_is(folder: Folder) -> None:
    (folder.path / "t.csv").touch()
    folder.csv("t.csv", SHAPE)
    assert told(folder)[0][1].startswith("it is empty — the first line must be: code,day,share")


@pytest.mark.parametrize(
    ("raw", "line", "word"),
    [
        ("code\nx\n".encode("utf-16"), 0, "UTF-16"),
        ("code\nx\n".encode("utf-16-le"), 0, "UTF-16"),
        ("code\nx\nHà\n".encode("latin-1"), 3, "is not UTF-8 — save the file as UTF-8"),
    ],
)
def test_other_encodings_are_refused(folder: Folder, raw: bytes, line: int, word: str) -> None:
    (folder.path / "t.csv").write_bytes(raw)
    folder.csv("t.csv", SHAPE)
    ((where, text),) = told(folder)
    assert where == line and word in text


def test_a_missing_file_is_told_only_where_it_must_be_there(folder: Folder) -> None:
    assert folder.csv("t.csv", SHAPE) == [] == folder.mistakes
    folder.csv("t.csv", SHAPE, required=True)
    folder.toml("t.toml", WHOLE, required=True)
    assert [str(one).split(" — ")[0] for one in folder.mistakes] == [
        "t.csv: thiếu tệp này",
        "t.toml: thiếu tệp này",
    ]


def test_toml_gives_rows_with_lines(folder: Folder) -> None:
    text = 'code = "x"\nsize = 2\nshare = "1/4"\ntexts = ["a"]\n[one]\nx = 1\n[[many]]\nx = 2\n'
    (folder.path / "t.toml").write_text(text, encoding="utf-8")
    whole = folder.toml("t.toml", WHOLE)
    assert whole is not None and folder.mistakes == []
    assert (whole["size"], whole["share"], whole["one"]["x"]) == (2.0, 0.25, 1)
    assert [row["x"] for row in whole["many"]] == [2]
    assert (whole.line_of("size"), whole["one"].line, whole["many"][0].line_of("x")) == (2, 5, 8)


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("code = 5", 1, "“5” is not a code"),
        ('code = "x"\nday = "2020-01-01"', 2, "is not a day"),
        ('code = "x"\nday = 2020-01-01T00:00:00', 2, "is not a day"),
        ('code = "x"\ncount = true', 2, "is not a whole number"),
        ('code = "x"\nsize = nan', 2, "is not a number"),
        ('code = "x"\nflag = "true"', 2, "is not true or false"),
        ('code = "x"\ntexts = [1]', 2, "is not a list of texts"),
        ('code = "x"\none = 1', 2, "is not a table"),
        ('code = "x"\n[many]\nx = 1', 2, "is not a list of tables"),
        ('code = "x"\n[[many]]\ny = 1\nx = 2', 3, "there is no field “y”"),
        ('code = "x"\n[[many]]', 2, "“x” is missing"),
        ('code = "x"\n\ncode = "y"', 3, "is not valid TOML"),
        ('code = "x"\nnote = "', 2, "is not valid TOML"),
        ("code =", 1, "is not valid TOML"),
    ],
)
def test_toml_mistakes_have_their_line(folder: Folder, text: str, line: int, word: str) -> None:
    (folder.path / "t.toml").write_text(text, encoding="utf-8")
    folder.toml("t.toml", WHOLE)
    ((where, what),) = told(folder)
    assert where == line and word in what


def test_a_mistake_is_written_as_an_editor_reads_it() -> None:
    mistake = Mistake("a/b.csv", 7, "sai — sửa", "wrong — correct it")
    assert mistake.shown("vi") == "a/b.csv:7: sai — sửa"
    assert mistake.shown("en") == "a/b.csv:7: wrong — correct it"
    assert str(mistake) == "a/b.csv:7: sai — sửa / wrong — correct it"
