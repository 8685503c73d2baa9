"""Files that no subject reads: a name misspelt would otherwise go unnoticed."""

from difflib import get_close_matches

from mangnon.packfile import Folder, Mistake

_READ = ("*.csv", "*.toml", "places/*", "indicators/*", "pages/*", "pictures/*")


def strange_files(folder: Folder) -> list[Mistake]:
    """Return a mistake for each data file that nobody has read."""
    found = sorted({name for pattern in _READ for name in folder.names(pattern)})
    strange = (name for name in found if name not in folder.known)
    return [_strange(folder, name) for name in strange]


def _strange(folder: Folder, name: str) -> Mistake:
    near = get_close_matches(name, folder.known, n=1, cutoff=0.6)
    some = near[0] if near else ", ".join(sorted(folder.known))
    return Mistake(
        name,
        0,
        f"không có tệp nào tên như vậy trong một gói — {'có phải' if near else 'các tệp'}: {some}",
        f"a pack has no file of this name — {'did you mean' if near else 'the files are'}: {some}",
    )
