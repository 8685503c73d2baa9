"""Addresses made of Vietnamese titles: ASCII, from the folded text."""

from collections.abc import Callable, Iterable

from mangnon.text.folding import words

_LONGEST_CODE = 34  # with a number behind it, a code fits into 40 characters


def slugify(text: str, max_length: int | None = None) -> str:
    """Give "dang-ky-khai-sinh" for "Đăng ký khai sinh"; "" where no Latin letter or digit is.

    With `max_length` (characters) whole words are left off at the end; a first word too long is
    cut.
    """
    parts = [plain for word in words(text) if (plain := word.encode("ascii", "ignore").decode())]
    slug = "-".join(parts)
    if max_length is None or len(slug) <= max_length:
        return slug
    whole, _, _ = slug[: max_length + 1].rpartition("-")
    return whole or slug[:max_length]


def free_code(text: str, taken: Callable[[str], Iterable[str]], *, otherwise: str) -> str:
    """Return a code that is read in an address, with a number behind it where it is taken.

    ``taken`` gives the codes that begin with a stem; ``otherwise`` stands where no letter does.
    """
    stem = slugify(text, _LONGEST_CODE) or otherwise
    held = set(taken(stem))
    numbered = (f"{stem}-{n}" for n in range(2, len(held) + 3))
    return next(one for one in (stem, *numbered) if one not in held)
