"""What a pack brings beside the pages: pictures, offices' pages, context figures, website links.

Each is made once, then the editors' own.
"""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from PIL import Image, UnidentifiedImageError

from mangnon.audit.warrants import Warrant
from mangnon.packfile import Context, Folder, Mistake, Part, Row, Shape
from mangnon.packfile.parts import in_one_language, no_page_code, no_web_address, repeated
from mangnon.packsync import Below, Difference, Key, Sheet, Table, Whole
from mangnon.packsync.columns import columns_of
from mangnon.pages import actions
from mangnon.pages.models import ContextSeries, OfficeProfile, Picture, WebsiteLinks
from mangnon.pages.pack_shapes import (
    CONTEXT,
    LINK,
    LINKS,
    OFFICES,
    PICTURES,
    PROFILE,
    SERIES,
)

NAME = "kept"
_FILES = {
    "picture": ("pictures/pictures.toml", PICTURES),
    "profile": ("offices.toml", OFFICES),
    "series": ("context.toml", CONTEXT),
    "link": ("links.toml", LINKS),
}
SCHEMAS: Mapping[str, Shape] = dict(_FILES.values())
PICTURE_TABLE = Whole(
    "Hình ảnh",
    "Picture",
    Picture,
    ("code",),
    ("title", "alt", "alt_en", "credit", "credit_en", "shows_child", "file_hash"),
)
_PROFILE = (
    *("functions_vi", "functions_en", "structure_vi", "structure_en", "post_vi", "post_en"),
    *("address", "telephone", "email"),
)
PROFILE_TABLE = Whole("Trang cơ quan", "Office's page", OfficeProfile, ("office__code",), _PROFILE)
_VALUES = Below("values", ("on", "value"))
_SERIES = (
    *("name_vi", "name_en", "unit_vi", "unit_en", "decimals", "source_vi", "source_en"),
    *("note_vi", "note_en"),
)
SERIES_TABLE = Whole(
    "Số liệu bối cảnh", "Context figure", ContextSeries, ("code",), _SERIES, (_VALUES,)
)
_LINKS = Below("links", ("name_vi", "name_en", "url"))
LINK_TABLE = Whole("Liên kết website", "Website links", WebsiteLinks, (), (), (_LINKS,))


def read(folder: Folder) -> Part:
    """Read the four files; of a picture's file its digest."""
    rows: dict[str, list[Row]] = {}
    for kind, (name, shape) in _FILES.items():
        whole = folder.toml(name, shape)
        rows[kind] = [] if whole is None else whole[kind]
    rows["picture"] = [_picture(folder, row) for row in rows["picture"]]
    return Part(rows, {"picture": {row["code"]: row for row in rows["picture"]}})


def judge(part: Part, context: Context) -> list[Mistake]:
    """Return what is wrong with them."""
    mistakes = repeated(part.rows["picture"], "code") + repeated(part.rows["profile"], "office")
    mistakes += repeated(part.rows["series"], "code") + repeated(part.rows["link"], "url")
    for row in (one for rows in part.rows.values() for one in rows):
        mistakes += in_one_language(row)
    for row in part.rows["picture"]:
        mistakes += _no_picture(row)
    for row in part.rows["profile"]:
        mistakes += context.unknown(row, "office", "office")
    for row in part.rows["series"]:
        mistakes += no_page_code(row) + repeated(row["value"], "on")
    for row in part.rows["link"]:
        mistakes += no_web_address(row, "url")
    return mistakes


def sheets(part: Part, context: Context) -> list[Sheet]:
    """Return the rows of every table."""
    rows = part.rows
    links = tuple(columns_of(row, LINK, _LINKS.fields) for row in rows["link"])
    return [
        Sheet(PICTURE_TABLE, {(row["code"],): _picture_values(row) for row in rows["picture"]}),
        Sheet(
            PROFILE_TABLE,
            {(row["office"],): columns_of(row, PROFILE, _PROFILE) for row in rows["profile"]},
        ),
        Sheet(SERIES_TABLE, {(row["code"],): _series(row) for row in rows["series"]}),
        Sheet(LINK_TABLE, {(): (links,)} if links else {}),
    ]


def apply(part: Part, context: Context, *, warrant: Warrant) -> list[Difference]:
    """Write what is new or what nobody edited here."""
    pictures, *rest = sheets(part, context)
    files = {row["code"]: Path(row["path"]) for row in part.rows["picture"]}
    done = [actions.put_pictures(pictures, files, warrant=warrant)]
    return done + [actions.put_kept(one, warrant=warrant) for one in rest]


def withdraw(table: Table, keys: Iterable[Key], *, warrant: Warrant) -> None:
    """Remove what the pack no longer brings."""
    actions.withdraw_kept(table, keys, warrant=warrant)


def _picture(folder: Folder, row: Row) -> Row:
    """Name the picture by its file, and add what tells one file from another."""
    name = f"pictures/{row['file']}"
    path = folder.path / name
    folder.known.add(name)
    content = (
        path.read_bytes() if PurePosixPath(name).name == row["file"] and path.is_file() else b""
    )
    more = {
        "code": PurePosixPath(name).stem,
        "path": str(path),
        "file_hash": hashlib.sha1(content).hexdigest() if content else "",  # noqa: S324
    }
    return Row(row.file, row.line, {**row.values, **more}, row.lines, row.raw)


def _no_picture(row: Row) -> list[Mistake]:
    why = ("không có trong pictures/", "is not in pictures/")
    if row["file_hash"]:
        why = ("không đọc được như một hình", "cannot be read as a picture")
        try:
            with Image.open(row["path"]) as image:
                image.verify()
        except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError):
            pass
        else:
            return []
    return [
        row.wrong(
            "file",
            f"tệp “{row['file']}” {why[0]} — hãy thêm hoặc sửa tệp",
            f"the file “{row['file']}” {why[1]} — add or correct it",
        )
    ]


def _picture_values(row: Row) -> tuple[object, ...]:
    said = (row["title_vi"], row["alt_vi"], row["alt_en"], row["credit_vi"], row["credit_en"])
    return (*said, False, row["file_hash"])


def _series(row: Row) -> tuple[object, ...]:
    values = tuple((one["on"], float(one["value"])) for one in row["value"])
    plain = columns_of(row, SERIES, _SERIES)
    return (*(0 if value is None else value for value in plain), values)
