"""A real nginx of a test's own on loopback, with the configuration that ``deploy/`` ships."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.site import free_port, get

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
_MAIN = """
user root; worker_processes {workers}; daemon off; pid {prefix}/pid; error_log {prefix}/error.log;
events {{ worker_connections 512; }}
http {{
    access_log off; sendfile on; tcp_nopush on;
    client_body_temp_path {prefix}/body; proxy_temp_path {prefix}/proxy;
    fastcgi_temp_path {prefix}/fastcgi; uwsgi_temp_path {prefix}/uwsgi;
    scgi_temp_path {prefix}/scgi;
    include mangnon.conf;
}}
"""
_START = 10  # seconds


def program() -> str:
    """Return nginx; ``scripts/prepare.py dev`` installs it."""
    found = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    assert found, "the tests need nginx: install the package nginx-light"
    return found


def configure(prefix: Path, home: Path, application: int, port: int, workers: int = 1) -> Path:
    """Write the shipped configuration with this test's folders, ports and no TLS."""
    folder = prefix / "conf"
    (folder / "mangnon").mkdir(parents=True)
    (prefix / "cache").mkdir(parents=True)
    for name in ("site.conf", "headers.conf", "proxy.conf"):
        text = (DEPLOY / name).read_text(encoding="utf-8")
        (folder / "mangnon" / name).write_text(text.replace("/var/lib/mangnon", str(home)))
    shutil.copy("/etc/nginx/mime.types", folder / "mime.types")
    text = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    for production, here in (
        ("/var/cache/nginx/mangnon", f"{prefix}/cache"),
        ("127.0.0.1:8000", f"127.0.0.1:{application}"),
        ("listen 443 ssl http2", f"listen 127.0.0.1:{port}"),
        ("listen 80", f"listen 127.0.0.1:{free_port()}"),
    ):
        assert production in text
        text = text.replace(production, here)
    kept = [line for line in text.splitlines() if not line.strip().startswith("ssl_")]
    (folder / "mangnon.conf").write_text("\n".join(kept))
    main = folder / "nginx.conf"
    text = _MAIN.format(prefix=prefix, workers=workers)
    main.write_text(text if os.geteuid() == 0 else text.replace("user root;", ""))
    return main


@contextmanager
def nginx(prefix: Path, home: Path, application: int, workers: int = 1) -> Iterator[str]:
    """Run nginx before an application; yields its address."""
    port = free_port()
    main = configure(prefix, home, application, port, workers)
    process = subprocess.Popen([program(), "-p", prefix, "-c", main, "-e", prefix / "error.log"])
    try:
        _wait(process, f"http://127.0.0.1:{port}", prefix)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(_START)


def _wait(process: "subprocess.Popen[bytes]", address: str, prefix: Path) -> None:
    began = time.monotonic()
    while time.monotonic() - began < _START:
        assert process.poll() is None, (prefix / "error.log").read_text()
        try:
            get(f"{address}/static/none")
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("nginx does not answer")
