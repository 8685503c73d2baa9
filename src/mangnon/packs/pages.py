"""A pack's pages, each in two languages: Markdown under a head of TOML between lines ``+++``."""

import tomllib
from pathlib import PurePosixPath

from mangnon.packfile import Folder, Mistake

_FENCE = "+++"
_LANGUAGES = ("vi", "en")
_HEAD = ("title", "lead")


def judge_pages(folder: Folder) -> list[Mistake]:
    """Return what is wrong with the pages."""
    names = folder.names("pages/*.md")
    mistakes: list[Mistake] = []
    for name in names:
        before = len(folder.mistakes)
        text = folder.text(name)
        mistakes += folder.mistakes[before:] if text is None else _head(name, text)
        mistakes += _languages(name, names)
    return mistakes


def _head(name: str, text: str) -> list[Mistake]:
    lines = text.splitlines()
    if _FENCE not in lines[1:] or lines[0] != _FENCE:
        return [
            Mistake(
                *(name, 1),
                "trang thiếu phần đầu — bắt đầu bằng +++, title, lead, rồi +++",
                "the page has no head — begin with +++, title, lead, then +++",
            )
        ]
    end = lines.index(_FENCE, 1)
    try:
        head = tomllib.loads("\n".join(lines[1:end]))
    except tomllib.TOMLDecodeError as error:
        return [
            Mistake(
                *(name, 2),
                f"phần đầu không đúng cú pháp TOML ({error}) — hãy sửa",
                f"the head is not valid TOML ({error}) — correct it",
            )
        ]
    return [
        Mistake(name, 1, f"thiếu «{key}» — hãy ghi", f"“{key}” is missing — write it")
        for key in _HEAD
        if not str(head.get(key, "")).strip()
    ]


def _languages(name: str, names: list[str]) -> list[Mistake]:
    page = PurePosixPath(name)
    stem, _, language = page.stem.rpartition(".")
    if not stem or language not in _LANGUAGES:
        return [
            Mistake(
                *(name, 0),
                "tên trang phải kết thúc bằng .vi.md hoặc .en.md — đổi tên tệp",
                "a page's name ends in .vi.md or .en.md — rename the file",
            )
        ]
    other = "en" if language == "vi" else "vi"
    twin = page.with_name(f"{stem}.{other}.md").as_posix()
    if twin in names:
        return []
    return [Mistake(name, 0, f"thiếu bản {other} — thêm {twin}", f"there is no {twin} — add it")]
