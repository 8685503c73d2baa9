"""A mail server on this machine that keeps what it takes, refuses some, and can go down."""

import asyncio
import socket
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

USER, PASSWORD = "mangnon", "bo lua ben song"
REFUSED = "khong-co@example.vn"


class Post:
    """The server's hands: what came, for whom."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []
        self.goes_after: int | None = None  # letters until it hangs up
        self.seconds = 0.0  # that it thinks about each letter

    async def handle_MAIL(  # noqa: N802  (the library's words)
        self, server: Any, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        if not session.authenticated:
            return "530 sign in first"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(  # noqa: N802
        self, server: Any, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        if address == REFUSED:
            return "550 no such person"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        if self.goes_after is not None and len(self.letters) >= self.goes_after:
            server.transport.close()
            return "421 going down"
        await asyncio.sleep(self.seconds)
        letter = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(letter, EmailMessage)
        self.letters.append(letter)
        return "250 OK"


def known(server: Any, session: Any, envelope: Any, mechanism: str, said: Any) -> AuthResult:
    good = isinstance(said, LoginPassword) and said.password == PASSWORD.encode()
    return AuthResult(success=good, handled=good)


def free_port() -> int:
    """Return a port at which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def opened(post: Post, port: int | None = None) -> Controller:
    """Start the server; its ``port`` says where it listens."""
    server = Controller(
        post, hostname="127.0.0.1", port=port or free_port(), authenticator=known,
        auth_require_tls=False,
    )  # fmt: skip
    server.start()
    return server
