"""A pack as read: its own file, and every subject's part."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mangnon.packfile import Context, Field, Folder, Mistake, Part, Row, Shape
from mangnon.packs import simulated
from mangnon.packs.files import strange_files
from mangnon.packs.loaders import LOADERS

FILE = "pack.toml"
SHAPE = Shape(
    "Gói dữ liệu của một tỉnh",
    "A province's pack",
    (
        Field("code", "code", "mã gói", "code of the pack", required=True),
        Field("version", "text", "phiên bản", "version", required=True),
        Field("name_vi", "text", "tên", "name, in Vietnamese", required=True),
        Field("name_en", "text", "tên, tiếng Anh", "name", required=True),
        Field("country", "code", "mã nước", "country code", required=True),
        Field("root", "code", "mã địa bàn gốc", "code of the root place", required=True),
        Field("about_vi", "text", "giới thiệu", "about it, in Vietnamese"),
        Field("about_en", "text", "giới thiệu, tiếng Anh", "about it"),
        Field("visits_before", "whole", "số lượt xem của trang cũ", "views of the old site"),
    ),
)


@dataclass(frozen=True)
class Pack:
    """Everything that was read, and everything that is wrong with it."""

    path: Path
    head: Row | None
    parts: Mapping[str, Part]
    context: Context
    simulation: Row | None
    mistakes: tuple[Mistake, ...]


def read_pack(path: Path) -> Pack:
    """Read and judge a folder; mistakes come sorted by file and line."""
    folder = Folder(path)
    if not path.is_dir():
        folder.wrong(
            str(path),
            0,
            "không có thư mục này — hãy ghi đường dẫn tới một gói",
            "there is no such folder — write the path of a pack",
        )
        return Pack(path, None, {}, Context({}), None, tuple(folder.mistakes))
    head = folder.toml(FILE, SHAPE, required=True)
    parts = {loader.NAME: loader.read(folder) for loader in LOADERS}
    simulation = simulated.read(folder)
    context = Context({k: v for part in parts.values() for k, v in part.offers.items()})
    mistakes = list(folder.mistakes)
    mistakes += [] if head is None else [*context.unknown(head, "root", "root"), *_visits(head)]
    for loader in LOADERS:
        mistakes += loader.judge(parts[loader.NAME], context)
    mistakes += simulated.judge(simulation, context)
    mistakes += strange_files(folder)
    return Pack(path, head, parts, context, simulation, tuple(sorted(set(mistakes))))


def _visits(head: Row) -> list[Mistake]:
    if (head["visits_before"] or 0) >= 0:
        return []
    return [
        head.wrong(
            "visits_before",
            f"“{head['visits_before']}” nhỏ hơn 0 — hãy ghi số lượt xem trang cũ đã đếm, hoặc bỏ",
            f"“{head['visits_before']}” is below 0 — write what the old site counted, or leave out",
        )
    ]
