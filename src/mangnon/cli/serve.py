"""``mangnon serve``: the site, by gunicorn."""

import socket
from typing import Any

import click


def demand_free(host: str, port: int) -> None:
    """Stop with a sentence where something else listens already."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            raise click.ClickException(
                f"Cổng {port} đang có chương trình khác dùng. Hãy tắt chương trình đó, hoặc chọn "
                f"cổng khác: --port {port + 1} / Port {port} is in use. Stop the other program, "
                f"or choose another: --port {port + 1}"
            ) from None


def run(host: str, port: int, workers: int = 2) -> None:
    """Serve until interrupted."""
    demand_free(host, port)
    from django.core.management import call_command
    from gunicorn.app.base import BaseApplication

    from mangnon.cli.sealer import sealing_beside
    from mangnon.cli.warming import warm_up
    from mangnon.snapshots.turning import keep_turning
    from mangnon.visits import flushing

    call_command("collectstatic", interactive=False, verbosity=0, clear=True)

    class Site(BaseApplication):  # type: ignore[misc]
        def load_config(self) -> None:
            settings: dict[str, Any] = {
                "bind": f"{host}:{port}",
                "workers": workers,
                "threads": 2,
                "timeout": 30,
                # Longer than a browser or a proxy keeps a connection: who sends on it is heard.
                "keepalive": 75,
                "loglevel": "warning",
                "post_worker_init": lambda _worker: (
                    keep_turning(),
                    warm_up(),
                    flushing.begin(),
                ),
                "worker_exit": lambda _server, _worker: flushing.flush(),
            }
            for name, value in settings.items():
                self.cfg.set(name, value)

        def load(self) -> Any:
            from mangnon.portal.wsgi import application

            return application

    click.echo(f"http://{host}:{port}/  (Ctrl+C để dừng / to stop)")
    with sealing_beside():
        Site().run()


@click.command("serve")
@click.option("--host", default="127.0.0.1")
@click.option("--port", default=8000, type=click.IntRange(1, 65535))
@click.option("--workers", default=2, type=click.IntRange(1, 64))
def serve_command(host: str, port: int, workers: int) -> None:
    """Mở trang / Serve the site."""
    run(host, port, workers)
