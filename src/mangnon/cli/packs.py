"""``mangnon pack``: check a province's pack, compare it, apply it; schemas for editors."""

import getpass
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from mangnon.access.doors import operator_warrant
from mangnon.packfile import Mistake
from mangnon.packs.actions import apply_pack
from mangnon.packs.differing import differences
from mangnon.packs.errors import BadPack
from mangnon.packs.reading import Pack, read_pack
from mangnon.packs.schema import schemas, write_schemas
from mangnon.packsync import Difference, Key
from mangnon.packsync.errors import shown
from mangnon.text.sentence import Language

FOLDER = click.argument("folder", type=click.Path(path_type=Path))
LANGUAGE = click.option(
    "--language",
    "language",
    type=click.Choice(["vi", "en"]),
    default="vi",
    help="Tiếng của lời báo / Language of the messages.",
)
_WRONG = 2
_MOST_NAMED = 8


@click.group("pack")
def pack_group() -> None:
    """Gói dữ liệu của tỉnh / A province's pack."""


@pack_group.command("check")
@FOLDER
@LANGUAGE
def check_command(folder: Path, language: Language) -> None:
    """Tìm mọi lỗi, không ghi gì / Find every mistake; write nothing."""
    pack = read_pack(folder)
    _stop_on(pack.mistakes, language)
    rows = sum(len(found) for part in pack.parts.values() for found in part.rows.values())
    said = {
        "vi": f"Gói “{folder}” không có lỗi ({rows} dòng, bảng).",
        "en": f"The pack “{folder}” has no mistake ({rows} rows and tables).",
    }
    click.echo(said[language])


@pack_group.command("diff")
@FOLDER
@LANGUAGE
def diff_command(folder: Path, language: Language) -> None:
    """Nạp gói thì thêm, đổi, bỏ gì / What applying would add, change, remove."""
    pack = read_pack(folder)
    _stop_on(pack.mistakes, language)
    _show(_differences(pack), language)


@pack_group.command("apply")
@FOLDER
@click.option("--by", "name", default="", help="Người nạp / Who applies it.")
@LANGUAGE
def apply_command(folder: Path, name: str, language: Language) -> None:
    """Kiểm tra rồi nạp trọn gói, hoặc không gì cả / Judge, then apply all of it or nothing."""
    warrant = operator_warrant(name or getpass.getuser(), f"pack apply {folder.name}")
    try:
        applied = apply_pack(folder, warrant=warrant, tell=lambda part: _tell(part, language))
    except BadPack as error:
        _stop_on(error.mistakes, language)
        raise
    _show(applied.differences, language)


@pack_group.command("schema")
@click.option("--out", "folder", type=click.Path(path_type=Path), help="Thư mục / Folder.")
def schema_command(folder: Path | None) -> None:
    """Lược đồ JSON cho trình soạn thảo / JSON Schemas for editors."""
    if folder is None:
        click.echo(json.dumps(schemas(), ensure_ascii=False, indent=2))
        return
    for path in write_schemas(folder):
        click.echo(str(path))


def _stop_on(mistakes: Sequence[Mistake], language: Language) -> None:
    if not mistakes:
        return
    for mistake in mistakes:
        click.echo(mistake.shown(language), err=True)
    said = {"vi": f"{len(mistakes)} lỗi; chưa ghi gì.", "en": f"{len(mistakes)} mistakes."}
    click.echo(said[language], err=True)
    sys.exit(_WRONG)


def _tell(part: str, language: Language) -> None:
    click.echo(f"· {_PARTS[part][0 if language == 'vi' else 1]} …", err=True)


def _differences(pack: Pack) -> list[Difference]:
    return [difference for step in differences(pack) for difference in step.differences]


def _show(found: Sequence[Difference], language: Language) -> None:
    for one in found:
        name = one.table.name_vi if language == "vi" else one.table.name_en
        if not one.is_empty:
            click.echo(f"{name}: {_counts(one, language)}")
        if one.kept:
            said = "khác gói, giữ bản sửa ở đây" if language == "vi" else "edited here and kept"
            click.echo(f"{name}: {said} {len(one.kept)}{_named(one.kept)}")
    same = sum(one.same for one in found)
    if all(one.is_empty for one in found):
        said = {
            "vi": f"Không có gì thay đổi: {same} dòng đã đúng.",
            "en": f"Nothing changes: {same} rows stand already.",
        }
    else:
        said = {"vi": f"{same} dòng giữ nguyên.", "en": f"{same} rows stay as they are."}
    click.echo(said[language])


def _counts(one: Difference, language: Language) -> str:
    words = ("thêm", "đổi", "bỏ") if language == "vi" else ("added", "changed", "removed")
    groups = zip(words, (one.added, one.changed, one.removed), strict=True)
    return "; ".join(f"{word} {len(keys)}{_named(keys)}" for word, keys in groups if keys)


def _named(keys: Sequence[Key]) -> str:
    """Name the rows where they are few."""
    return f" ({', '.join(map(shown, keys))})" if len(keys) <= _MOST_NAMED else ""


_PARTS = {
    "places": ("địa bàn, cơ quan", "places, offices"),
    "legislation": ("văn bản", "documents"),
    "register": ("nhóm hoàn cảnh, hình thức trợ giúp", "circumstances, assistance"),
    "facilities": ("chức danh, tiêu chuẩn", "titles, standards"),
    "indicators": ("chỉ số", "indicators"),
    "programme": ("kế hoạch, chỉ tiêu", "plan, targets"),
    "duties": ("nhiệm vụ, ngày nghỉ", "duties, days off"),
    "procedures": ("thủ tục hành chính", "procedures"),
    "services": ("dịch vụ", "services"),
    "meetings": ("hội nghị", "meetings"),
    "aggregates": ("mẫu báo cáo số liệu", "reports of totals"),
    "kept": ("hình ảnh, trang cơ quan, liên kết", "pictures, offices, links"),
    "pages": ("trang viết", "written pages"),
    "finding": ("từ đồng nghĩa", "synonyms"),
}
