"""``mangnon keys``: make the key file, add a key, change to it while running, retire the old."""

import os
from datetime import timedelta
from pathlib import Path

import click

from mangnon.cli.home import use_home
from mangnon.text.sentence import Sentence
from mangnon.vault import KeyRing

FILE = click.option(
    "--file", "path", type=click.Path(path_type=Path), help="Tệp khóa / The key file."
)
BY = click.option("--by", "name", required=True, help="Ai làm / Who does it.")
ROTATING = Sentence("Thay khóa của hồ sơ", "Changing the keys of the records")


@click.group("keys")
@click.pass_context
def keys_group(ctx: click.Context) -> None:
    """Khóa của hồ sơ / The keys of the records."""
    asked = ctx.parent.params if ctx.parent is not None else {}
    use_home(Path(".demo") if asked.get("demo") else asked.get("data"))


def _start() -> None:
    from mangnon.cli import start_django

    os.environ.setdefault("MANGNON_DATABASE_AS", "owner")
    start_django()


def _key_file(path: Path | None) -> Path:
    """Return the file named, or the installation's: these commands come before there is one."""
    named = os.environ.get("MANGNON_KEY_FILE", "").strip()
    if path is not None or named:
        return path or Path(named)
    data = os.environ.get("MANGNON_DATA", "").strip()
    if data and os.environ.get("MANGNON_MODE", "production") != "production":
        return Path(data) / "keys"
    raise click.ClickException(
        "Chưa biết tệp khóa ở đâu: hãy đặt MANGNON_KEY_FILE, hoặc thêm --file ĐƯỜNG_DẪN. / "
        "Where is the key file? Set MANGNON_KEY_FILE, or add --file PATH."
    )


@keys_group.command("new")
@FILE
def new_command(path: Path | None) -> None:
    """Tạo tệp khóa mới / Make a new key file."""
    path = _key_file(path)
    ring = KeyRing.generate(path)
    click.echo(
        f"Đã tạo {path}, khóa {ring.primary}. Hãy chép ra nơi an toàn: mất tệp này là mất tên "
        "mọi trẻ em.\n"
        f"Made {path}, key {ring.primary}. Keep a copy in a safe place: without this file every "
        "child's name is lost."
    )


@keys_group.command("add")
@FILE
def add_command(path: Path | None) -> None:
    """Thêm khóa mới, dùng ngay cho hồ sơ mới / Add a key; new records use it at once."""
    path = _key_file(path)
    ring = KeyRing.add_key(path)
    click.echo(
        f"Đã thêm khóa {ring.primary} vào {path}. Tiếp theo hãy chạy: mangnon keys rotate\n"
        f"Added the key {ring.primary} to {path}. Now run: mangnon keys rotate"
    )


@keys_group.command("rotate")
@BY
def rotate_command(name: str) -> None:
    """Khóa lại mọi hồ sơ bằng khóa mới / Lock every record under the new key."""
    _start()
    from mangnon.access.doors import operator_warrant
    from mangnon.cli.progress import bars
    from mangnon.register import identity
    from mangnon.register.actions.keys import rotate_keys

    warrant = operator_warrant(name, "mangnon keys rotate")
    with bars() as report:
        done = rotate_keys(warrant=warrant, progress=lambda n, of: report(ROTATING, n, of))
    ring = identity.ring()
    old = " ".join(sorted(ring.key_ids - {ring.primary})) or "–"
    click.echo(
        f"Đã khóa lại {done.rewrapped} hồ sơ bằng {ring.primary}; người ghi phải chờ lâu nhất "
        f"{done.longest:.2f} giây. Khóa cũ ({old}) có thể bỏ: mangnon keys retire. "
        "Vẫn giữ khóa cũ cùng các bản sao lưu làm trước hôm nay.\n"
        f"{done.rewrapped} records are now locked under {ring.primary}; writers waited "
        f"{done.longest:.2f} s at most. The old key ({old}) may be removed: mangnon keys retire. "
        "Keep it with the backups made before today."
    )


@keys_group.command("retire")
@click.argument("key_id")
@click.option("--at-once", is_flag=True, help="Không chương trình nào đang chạy / All is stopped.")
@BY
def retire_command(key_id: str, at_once: bool, name: str) -> None:
    """Bỏ khóa cũ, nếu không còn khóa gì / Remove an old key that locks nothing."""
    _start()
    from mangnon.access.doors import operator_warrant
    from mangnon.register.actions.keys import SETTLED, retire_key

    warrant = operator_warrant(name, "mangnon keys retire")
    retire_key(key_id, warrant=warrant, settled=timedelta() if at_once else SETTLED)
    click.echo(f"Đã bỏ khóa {key_id}. / The key {key_id} is removed.")


@keys_group.command("check")
def check_command() -> None:
    """Xem khóa nào đang dùng, khóa bao nhiêu thứ gì / Which key locks how much of what."""
    _start()
    from mangnon.register import identity
    from mangnon.register.actions.keys import locked

    ring, kinds = identity.ring(), locked()
    used = {key_id for _what, counted in kinds for key_id in counted}
    for key_id in sorted(ring.key_ids | used):
        word = "khóa chính / primary" if key_id == ring.primary else "khóa cũ / old"
        click.echo(f"{key_id}  {word if key_id in ring.key_ids else 'THIẾU / MISSING'}")
        for what, counted in kinds:
            click.echo(f"  {counted[key_id]} {what.vi} / {what.en}")
    if missing := used - ring.key_ids:
        raise click.ClickException(
            f"Tệp khóa thiếu {', '.join(sorted(missing))}: những gì khóa bằng khóa đó không mở "
            f"được. Hãy đặt lại tệp khóa cũ. / The key file lacks {', '.join(sorted(missing))}: "
            "what is locked under it does not open. Put the old key file back."
        )
