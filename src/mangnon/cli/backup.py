"""``mangnon backup`` and ``mangnon restore``: the whole installation in one locked file."""

from pathlib import Path

import click
from django.conf import settings

from mangnon.access.doors import operator_warrant
from mangnon.backup.errors import cannot, weak_passphrase
from mangnon.backup.locking import LEAST
from mangnon.backup.restoring import restore
from mangnon.backup.taking import make_backup

FILE = click.Path(path_type=Path, dir_okay=False)
BY = click.option("--by", "name", required=True, help="Ai làm / Who does it.")
PASSPHRASE = click.option(
    "--passphrase-file", "secret", type=FILE, help="Tệp mật khẩu / The passphrase's file."
)


def passphrase(path: Path | None) -> str:
    """Read the passphrase from its file; raises BackupRefused where it is none."""
    named = path or (
        Path(settings.BACKUP_PASSPHRASE_FILE) if settings.BACKUP_PASSPHRASE_FILE else None
    )
    if named is None:
        raise weak_passphrase(LEAST)
    try:
        told = named.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise cannot(named, error) from None
    if len(told) < LEAST or settings.DATA_DIR in named.resolve().parents:
        raise weak_passphrase(LEAST)
    return told


@click.command("backup")
@click.option("--to", "path", type=FILE, required=True, help="Tệp mới / The new file.")
@PASSPHRASE
@BY
def backup_command(path: Path, secret: Path | None, name: str) -> None:
    """Sao lưu toàn bộ vào một tệp khóa / Copy everything into one locked file."""
    told = passphrase(secret)
    made = make_backup(path, told, warrant=operator_warrant(name, "mangnon backup"))
    rows = sum(made.rows.values())
    click.echo(
        f"Đã sao lưu vào {path}: {len(made.rows)} bảng, {rows} dòng, {made.files} tệp. Mật khẩu "
        "và tệp khóa phải giữ riêng.\n"
        f"Copied into {path}: {len(made.rows)} tables, {rows} rows, {made.files} files. Keep the "
        "passphrase and the key file apart from it."
    )


@click.command("restore")
@click.argument("path", type=FILE)
@click.option("--over", is_flag=True, help="Thay dữ liệu đang có / In place of what is here.")
@click.option(
    "--without-erasure-list", "without_list", is_flag=True,
    help="Chưa từng xóa hồ sơ nào / Nobody was ever erased.",
)  # fmt: skip
@PASSPHRASE
@BY
def restore_command(
    path: Path, over: bool, without_list: bool, secret: Path | None, name: str
) -> None:
    """Khôi phục một bản sao lưu, có kiểm tra / Bring a backup back, checked."""
    told, erased = restore(path, passphrase(secret), by=name, over=over, without_list=without_list)
    click.echo(
        f"Đã khôi phục bản sao lập lúc {told.made_at}: {len(told.rows)} bảng, "
        f"{sum(told.rows.values())} dòng, {told.files} tệp. Số dòng và số liệu khớp, nhật ký "
        f"nguyên vẹn; đã xóa lại {erased} hồ sơ trong danh sách đã quên.\n"
        f"Restored the copy made at {told.made_at}: {len(told.rows)} tables, "
        f"{sum(told.rows.values())} rows, {told.files} files. Rows and figures agree, the trail "
        f"is whole; {erased} files of the erasure list were erased again."
    )
