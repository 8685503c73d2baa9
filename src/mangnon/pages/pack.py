"""What a pack says of the written pages: ``pages/STEM.vi.md`` and ``pages/STEM.en.md``."""

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from mangnon.audit.warrants import Warrant
from mangnon.packfile import Context, Folder, Mistake, Part, Row, Shape
from mangnon.packsync import Difference, Key, Sheet, Table
from mangnon.pages import actions
from mangnon.pages.addressing import Addresses
from mangnon.pages.drafting import Draft
from mangnon.pages.judging import judge_drafts
from mangnon.pages.pack_shapes import PAGE
from mangnon.pages.standing import PAGES

NAME = "pages"
SCHEMAS: Mapping[str, Shape] = {}  # a page is no TOML file: its head is judged, not completed
_LANGUAGES = ("vi", "en")


def read(folder: Folder) -> Part:
    """Read every page in both languages; its text stands beside its head."""
    rows: list[Row] = []
    names = folder.names("pages/*.md")
    for name in names:
        stem, _, language = PurePosixPath(name).stem.rpartition(".")
        if not _good_name(folder, name, names):
            folder.known.add(name)
            continue
        found = folder.headed(name, PAGE)
        if found is not None:
            head, text = found
            rows.append(_with(head, stem=stem, language=language, text=text))
    offers = {"page": {row["stem"]: row for row in rows}}
    return Part({"page": rows}, offers)


def judge(part: Part, context: Context) -> list[Mistake]:
    """Return what is wrong with the pages and how they hang together."""
    return judge_drafts(part.rows["page"], context)


def sheets(part: Part, context: Context) -> list[Sheet]:
    """Return one row a page, with all that the pack says of it."""
    drafts = _drafts(part, context)
    addresses = Addresses(drafts)
    return [Sheet(PAGES, {one.key: one.values(addresses.link(one)) for one in drafts})]


def apply(part: Part, context: Context, *, warrant: Warrant) -> list[Difference]:
    """Write the pages that are new or that nobody has edited."""
    sheet = sheets(part, context)[0]
    return [actions.put_pages(sheet, _drafts(part, context), warrant=warrant)]


def withdraw(table: Table, keys: Iterable[Key], *, warrant: Warrant) -> None:
    """Remove pages that the pack no longer brings; an edited one is kept and not asked for."""
    actions.withdraw_pages([(str(stem), str(language)) for stem, language in keys], warrant=warrant)


def _drafts(part: Part, context: Context) -> list[Draft]:
    return [Draft(row, context) for row in part.rows["page"]]


def _with(head: Row, **more: str) -> Row:
    return Row(head.file, head.line, {**head.values, **more}, head.lines, head.raw)


def _good_name(folder: Folder, name: str, names: list[str]) -> bool:
    page = PurePosixPath(name)
    stem, _, language = page.stem.rpartition(".")
    if not stem or language not in _LANGUAGES:
        folder.wrong(
            *(name, 0),
            "tên trang phải kết thúc bằng .vi.md hoặc .en.md — đổi tên tệp",
            "a page's name ends in .vi.md or .en.md — rename the file",
        )
        return False
    twin = page.with_name(f"{stem}.{'en' if language == 'vi' else 'vi'}.md").as_posix()
    if twin not in names and language == "en":
        folder.wrong(name, 0, f"thiếu bản vi — thêm {twin}", f"there is no {twin} — add it")
    if twin not in names and language == "vi":
        folder.wrong(name, 0, f"thiếu bản en — thêm {twin}", f"there is no {twin} — add it")
    return True
