"""``mangnon demo``: a province to look at, built on first use, then served."""

import hashlib
import json
from datetime import date
from pathlib import Path

import click

from mangnon.cli import start_django
from mangnon.cli.home import make_home, use_home

HOME = Path(".demo")
DAY = date(2026, 1, 15)
SEED = 2013


def find_pack() -> Path:
    """Return the reference pack, beside the project."""
    for root in (Path.cwd(), Path(__file__).resolve().parents[3]):
        if (root / "packs" / "hai-duong" / "pack.toml").exists():
            return root / "packs" / "hai-duong"
    raise click.ClickException(
        "Không thấy thư mục packs/hai-duong; hãy chạy lệnh trong thư mục dự án. / "
        "The folder packs/hai-duong is not here; run this in the project's folder."
    )


def fingerprint(pack: Path) -> str:
    """Tell one pack and one shape of the tables from another: what is built from older is stale."""
    shapes = Path(__file__).resolve().parents[1].glob("*/migrations/*.py")
    digest = hashlib.sha256()
    for file in sorted([*pack.rglob("*"), *shapes]):
        if file.is_file():
            digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:16]


@click.command("demo")
@click.option("--children", default=60_000, type=click.IntRange(500, 1_000_000))
@click.option("--seed", default=SEED, type=int)
@click.option("--no-serve", is_flag=True, help="Chỉ dựng, không mở trang / Build only.")
@click.option("--port", default=8000, type=click.IntRange(1, 65535))
def demo_command(children: int, seed: int, no_serve: bool, port: int) -> None:
    """Dựng tỉnh minh họa rồi mở trang / Build the demonstration and serve it."""
    from mangnon.cli.serve import demand_free, run

    if not no_serve:
        demand_free("127.0.0.1", port)
    make_home(
        HOME,
        MANGNON_MODE="demo",
        MANGNON_TODAY=DAY.isoformat(),
        MANGNON_SITE_NAME="Măng Non · Hải Dương",
    )
    use_home(HOME, alone=True)
    wanted: dict[str, int | str] = {"children": children, "seed": seed, "officers": 1}
    start_django()
    _build(wanted)
    _show()
    if not no_serve:
        run("127.0.0.1", port)


def _build(wanted: dict[str, int | str]) -> None:
    """Build the province unless the same one stands already."""
    pack = find_pack()
    wanted = {**wanted, "made_from": fingerprint(pack)}
    mark = HOME / "built.json"
    if mark.exists() and json.loads(mark.read_text(encoding="utf-8")) == wanted:
        click.echo("Tỉnh minh họa đã có sẵn. / The demonstration is ready.")
        return
    mark.unlink(missing_ok=True)
    for path in HOME.glob("mangnon.sqlite3*"):
        path.unlink()
    from mangnon.cli.build import build_demonstration
    from mangnon.cli.demo_people import add_officers
    from mangnon.notices.reminding import remind

    build_demonstration(pack, int(wanted["children"]), int(wanted["seed"]))
    add_officers(HOME)
    remind()
    mark.write_text(json.dumps(wanted), encoding="utf-8")


def _show() -> None:
    from mangnon.cli.demo_people import show_officers
    from mangnon.cli.progress import console
    from mangnon.cli.scorecard import find_place, last_closed_day, table
    from mangnon.programme.scorecard import scorecard

    day = last_closed_day()
    place = find_place(None, day)
    console.print(table(scorecard(place, day), place, day, "vi"))
    click.echo(
        "Mọi số liệu trên đây là mô phỏng. / Every figure above is simulated.\n"
        "Xem thêm / More: .venv/bin/mangnon --demo --help"
    )
    show_officers(HOME)
