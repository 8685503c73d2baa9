"""Which addresses a page asks for by itself, whether or not anybody sits there: no use of it.

A session ends when nobody uses it; a page left open must not keep it alive.
"""

_ALONE: list[str] = []


def asked_alone(prefix: str) -> None:
    """Say that pages ask for addresses below ``prefix`` by themselves; once, from ``ready``."""
    _ALONE.append(prefix)


def is_use(path: str) -> bool:
    """Whether somebody is there who asks for the address."""
    return not path.startswith(tuple(_ALONE))
