"""The command line: ``mangnon …``. Every mistake ends in one sentence and exit code 2."""

import importlib
import os
import signal
import sys
from pathlib import Path

import click

from mangnon.cli.home import use_home
from mangnon.text.sentence import DomainError

# Where each command lives, and what it is for; a command is imported when it is called.
COMMANDS = {
    "demo": (
        "mangnon.cli.demo:demo_command",
        "Dựng tỉnh minh họa rồi mở trang / Build and open the demonstration",
    ),
    "serve": (
        "mangnon.cli.serve:serve_command",
        "Mở trang / Serve the site",
    ),
    "beside": (
        "mangnon.cli.beside:beside_command",
        "Việc chạy bên cạnh: niêm phong, hẹn giờ / Runs beside the site: seals, schedule",
    ),
    "migrate": (
        "mangnon.cli.database:migrate_command",
        "Tạo, nâng cấp cơ sở dữ liệu / Make or upgrade the database",
    ),
    "db": (
        "mangnon.cli.database:db_group",
        "Vai trò, tường ngăn trong cơ sở dữ liệu / The database's roles and walls",
    ),
    "pack": (
        "mangnon.cli.packs:pack_group",
        "Kiểm tra, so sánh, nạp gói của tỉnh / Check, compare, apply a pack",
    ),
    "places": (
        "mangnon.cli.places:places_group",
        "Địa bàn, sáp nhập, ranh giới / Places, mergers, boundaries",
    ),
    "simulate": (
        "mangnon.cli.simulate:simulate_command",
        "Sinh một tỉnh mô phỏng / Simulate a province",
    ),
    "indicators": (
        "mangnon.cli.indicators:indicators_group",
        "Chỉ số: xem, đếm lại / Indicators: show, count",
    ),
    "figures": (
        "mangnon.cli.figures:figures_group",
        "Công bố số liệu / Release figures",
    ),
    "export-site": (
        "mangnon.cli.export:export_command",
        "Lưu cả trang công khai thành tệp tĩnh / Save the public site as plain files",
    ),
    "finding": (
        "mangnon.cli.finding:finding_group",
        "Tìm kiếm: lập lại, kiểm tra chỉ mục / The search: rebuild, check its index",
    ),
    "library": (
        "mangnon.cli.library:library_group",
        "Thư viện văn bản: kiểm tra, đọc lời / The library: check, read a text",
    ),
    "audit": (
        "mangnon.cli.audit:audit_group",
        "Nhật ký truy vết: niêm phong, kiểm tra, xem / The audit chain: seal, verify, show",
    ),
    "people": (
        "mangnon.cli.people:people_group",
        "Tài khoản và vai trò: mời, giao, thu / People and roles: invite, give, end",
    ),
    "import": (
        "mangnon.cli.imports:import_command",
        "Đưa một bảng tính lên, đối chiếu, ghi / Bring a spreadsheet in",
    ),
    "imports": (
        "mangnon.cli.imports:imports_group",
        "Bảng tính: xem, làm tiếp, rút lại / Spreadsheets: list, resume, take back",
    ),
    "remind": (
        "mangnon.cli.remind:remind_command",
        "Nhắc việc của hôm nay / Today's reminders of duties",
    ),
    "scorecard": (
        "mangnon.cli.scorecard:scorecard_command",
        "Bảng điểm của một nơi / The scorecard of a place",
    ),
    "growth": (
        "mangnon.cli.growth:growth_command",
        "Đọc một cuộc điều tra dinh dưỡng / Read a nutrition survey",
    ),
    "keys": (
        "mangnon.cli.keys:keys_group",
        "Khóa của hồ sơ: tạo, thêm, thay, bỏ / Keys: make, add, rotate, retire",
    ),
    "backup": (
        "mangnon.cli.backup:backup_command",
        "Sao lưu toàn bộ vào một tệp khóa / Copy everything into one locked file",
    ),
    "restore": (
        "mangnon.cli.backup:restore_command",
        "Khôi phục một bản sao lưu / Bring a backup back",
    ),
    "retention": (
        "mangnon.cli.retention:retention_command",
        "Những gì đến hạn phải quên / What falls due to be forgotten",
    ),
    "doubles": (
        "mangnon.cli.doubles:doubles_command",
        "Tìm hồ sơ nghi trùng / Find files that may be one child's",
    ),
    "visits": (
        "mangnon.cli.visits:visits_group",
        "Bộ đếm lượt xem trang / The visit counter",
    ),
    "check": (
        "mangnon.cli.check:check_command",
        "Kiểm tra bản cài đặt / Check this installation",
    ),
}
AS_OTHERS = frozenset({"serve", "visits", "export-site"})  # every other: the database's owner
WITHOUT_DJANGO = frozenset({"growth", "demo", "keys"})
NOT_ALLOWED = 2


class Commands(click.Group):
    """A group whose commands are imported, and Django started, only when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        if cmd_name not in WITHOUT_DJANGO and not ctx.resilient_parsing:
            # click finds the command before it runs the group, and the command needs Django.
            demo = bool(ctx.params.get("demo"))
            use_home(Path(".demo") if demo else ctx.params.get("data"), alone=demo)
            if cmd_name not in AS_OTHERS:
                os.environ.setdefault("MANGNON_DATABASE_AS", "owner")
            start_django()
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Lệnh / Commands"):
            formatter.write_dl([(name, about) for name, (_, about) in COMMANDS.items()])


def start_django() -> None:
    """Start Django, or say in a sentence what its settings lack."""
    import django
    from django.core.exceptions import ImproperlyConfigured

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mangnon.settings")
    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise click.ClickException(str(error)) from None


@click.group(cls=Commands)
@click.option("--demo", is_flag=True, help="Dùng bản minh họa / Use the demonstration's data.")
@click.option("--data", type=click.Path(path_type=Path), help="Thư mục dữ liệu / Data folder.")
@click.version_option(package_name="mangnon")
def cli(demo: bool, data: Path | None) -> None:
    """Măng Non: from the promise, to the child, to the figure that shows whether it was kept."""


def leave_in_order() -> None:
    """Let a command that is told to end (SIGTERM) put away what it has on disk."""
    signal.signal(signal.SIGTERM, lambda number, _frame: sys.exit(128 + number))


def main() -> None:
    """Run a command; a mistake of the person's is a sentence, never a traceback."""
    leave_in_order()
    try:
        cli.main(standalone_mode=False)
    except DomainError as error:
        click.echo(str(error), err=True)
        sys.exit(NOT_ALLOWED)
    except click.ClickException as error:
        error.show()
        sys.exit(NOT_ALLOWED)
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except click.Abort:
        sys.exit(130)
