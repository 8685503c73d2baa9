"""The sections under which views are counted; those who bring pages offer them.

The list is closed: whatever else stands in an address is counted as "other", so that nobody can
fill the table by asking for addresses that he makes up.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

HOME, OTHER = "trang-chu", "khac"
_ENGLISH = "/en/"
_TITLES: dict[str, str | Promise] = {HOME: _("Trang chủ"), OTHER: _("Trang khác")}
_KEYS: dict[str, str] = {"": HOME}


def offer(title: str | Promise, key: str, *words: str) -> None:
    """Offer a section; ``key`` is the first word of its Vietnamese address, ``words`` others."""
    _TITLES[key] = title
    _KEYS.update(dict.fromkeys((key, *words), key))


def section_of(path: str) -> str:
    """Return the section of an address, the same in both languages."""
    inside = path.removeprefix("/en") if f"{path}/".startswith(_ENGLISH) else path
    return _KEYS.get(inside.lstrip("/").partition("/")[0], OTHER)


def title_of(key: str) -> str:
    """Return what a section is called; one that nobody offers any more keeps its key."""
    return str(_TITLES.get(key, key))
