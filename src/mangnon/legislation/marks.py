"""By what something is known again that is not kept: digests under this house's own secret."""

from uuid import UUID

from django.utils.crypto import salted_hmac


def follower_key(email: str, code: str) -> str:
    """Return what knows an address at a document again; nobody reads the address from it."""
    return _digest("follower", f"{_plain(email)}\n{code}")


def address_mark(email: str) -> str:
    """Return what knows an address again, whatever it asks for."""
    return _digest("address", _plain(email))


def message_key(kind: str, *said: str) -> UUID:
    """Return the key of a message: the same for what is said again, another for other words."""
    return UUID(_digest("message", "\n".join((kind, *said)))[:32])


def _plain(email: str) -> str:
    return email.strip().lower()


def _digest(what: str, said: str) -> str:
    return salted_hmac(f"mangnon.legislation.{what}", said, algorithm="sha256").hexdigest()
