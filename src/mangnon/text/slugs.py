"""Addresses made of Vietnamese titles: ASCII, from the folded text."""

from mangnon.text.folding import words


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
