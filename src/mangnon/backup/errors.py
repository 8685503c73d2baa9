"""What stands in the way of a copy, or of bringing one back."""

from pathlib import Path

from mangnon.text.sentence import DomainError, Sentence


class BackupRefused(DomainError):
    """A copy is not made or not brought back; nothing was changed."""


def not_ours(path: Path) -> BackupRefused:
    """Say that a file is no copy of an installation."""
    return BackupRefused(
        Sentence(
            vi=f"{path} không phải bản sao lưu của Măng Non. Hãy chọn lại tệp.",
            en=f"{path} is no backup of Măng Non. Choose the file again.",
        )
    )


def damaged(path: Path) -> BackupRefused:
    """Say that a copy was cut short or altered, or that the passphrase is another."""
    return BackupRefused(
        Sentence(
            vi=f"{path} không mở được: tệp bị cắt, bị sửa, hoặc mật khẩu sao lưu không đúng. "
            "Chưa có gì được khôi phục. Hãy dùng một bản sao khác, hoặc đúng mật khẩu.",
            en=f"{path} does not open: it was cut short or altered, or the passphrase is not the "
            "one it was locked with. Nothing was restored. Take another copy or the right "
            "passphrase.",
        )
    )


def cannot(path: Path, error: OSError) -> BackupRefused:
    """Say that a file cannot be read or written."""
    return BackupRefused(
        Sentence(
            vi=f"Không đọc hoặc ghi được {path} ({error.strerror}). Hãy xem lại thư mục, quyền và "
            "chỗ trống.",
            en=f"{path} cannot be read or written ({error.strerror}). Look at its folder, its "
            "rights and the room on the disk.",
        )
    )


def there_already(path: Path) -> BackupRefused:
    """Say that a copy is not written over another file."""
    return BackupRefused(
        Sentence(
            vi=f"Đã có tệp {path}, không ghi đè. Hãy đặt tên khác, ví dụ có ngày.",
            en=f"The file {path} is there already and is not overwritten. Choose another name, "
            "with the day in it for example.",
        )
    )


def weak_passphrase(least: int) -> BackupRefused:
    """Say that there is no passphrase, or one that can be guessed."""
    return BackupRefused(
        Sentence(
            vi=f"Mật khẩu sao lưu phải có ít nhất {least} ký tự. Hãy ghi vào một tệp ngoài thư mục "
            "dữ liệu và nêu tệp ở MANGNON_BACKUP_PASSPHRASE_FILE hoặc --passphrase-file.",
            en=f"The backup's passphrase has at least {least} characters. Write it into a file "
            "outside of the data folder and name the file in MANGNON_BACKUP_PASSPHRASE_FILE or "
            "--passphrase-file.",
        )
    )


def other_program(count: int) -> BackupRefused:
    """Say that the copy was made by another version of the program."""
    return BackupRefused(
        Sentence(
            vi=f"Bản sao lưu do một phiên bản khác lập (khác {count} bước nâng cấp cơ sở dữ liệu). "
            "Hãy cài đúng phiên bản đó, khôi phục, rồi mới nâng cấp.",
            en=f"The backup was made by another version ({count} migrations differ). Install that "
            "version, restore, then upgrade.",
        )
    )


def not_migrated() -> BackupRefused:
    """Say that the database has no tables yet into which rows could come."""
    return BackupRefused(
        Sentence(
            vi="Cơ sở dữ liệu ở đây chưa có bảng. Hãy chạy «mangnon migrate» trước, rồi khôi phục.",
            en="The database here has no tables yet. Run “mangnon migrate” first, then restore.",
        )
    )


def other_database(made_on: str, here: str) -> BackupRefused:
    """Say that the copy is one of another kind of database."""
    return BackupRefused(
        Sentence(
            vi=f"Bản sao lưu là của {made_on}, cơ sở dữ liệu ở đây là {here}. "
            f"Hãy đặt MANGNON_DATABASE là một cơ sở dữ liệu {made_on}.",
            en=f"The backup is one of {made_on}, the database here is {here}. "
            f"Let MANGNON_DATABASE name a database of {made_on}.",
        )
    )


def keys_missing(ids: list[str]) -> BackupRefused:
    """Say that the key file does not open what the copy holds."""
    named = ", ".join(ids)
    return BackupRefused(
        Sentence(
            vi=f"Tệp khóa đang dùng thiếu khóa {named} của ngày sao lưu. Hãy đặt tệp khóa của ngày "
            "đó vào trước (docs/keys.md, “Old backups”).",
            en=f"The key file in use lacks the keys of the backup's day: {named}. Put back the key "
            "file of that day first (docs/keys.md, “Old backups”).",
        )
    )


def filled(entries: int) -> BackupRefused:
    """Say that there is an installation here that a copy would take the place of."""
    return BackupRefused(
        Sentence(
            vi=f"Ở đây đã có dữ liệu ({entries} dòng nhật ký). Không ghi đè. Nếu đúng là muốn thay "
            "bằng bản sao lưu, hãy thêm --over.",
            en=f"There is data here already (entries of the trail: {entries}). It is not "
            "overwritten. To put the backup in its place add --over.",
        )
    )


def cut_short(before: Path, root: Path) -> BackupRefused:
    """Say that an earlier restore was broken off, and left aside what lay there before it."""
    return BackupRefused(
        Sentence(
            vi=f"Một lần khôi phục trước bị ngắt giữa chừng: {before} còn giữ tệp có trước lần đó. "
            f"Không khôi phục gì. Hãy cất {root} sang chỗ khác, đổi tên {before} lại thành {root}, "
            "rồi khôi phục lại.",
            en=f"An earlier restore was cut short: {before} still holds the files from before it. "
            f"Nothing was restored. Move {root} elsewhere, rename {before} to {root}, then "
            "restore again.",
        )
    )


def no_erasure_list(path: Path) -> BackupRefused:
    """Say that without the list whoever was erased since would come back."""
    return BackupRefused(
        Sentence(
            vi=f"Không có danh sách đã quên {path}: trẻ đã được xóa danh tính sẽ trở lại. Không "
            "khôi phục gì. Hãy lấy bản cất riêng của danh sách đặt vào đó (hoặc nêu ở "
            "MANGNON_ERASURES_FILE). Nếu chưa từng xóa hồ sơ nào, hãy thêm "
            "--without-erasure-list.",
            en=f"There is no erasure list {path}: whoever was erased would come back. Nothing was "
            "restored. Put the copy of the list that is kept apart there (or name it in "
            "MANGNON_ERASURES_FILE). Where nobody was ever erased, add --without-erasure-list.",
        )
    )


def in_use(path: Path) -> BackupRefused:
    """Say that somebody still works on the database."""
    return BackupRefused(
        Sentence(
            vi=f"Cơ sở dữ liệu {path} đang được dùng. Không khôi phục gì. Hãy dừng «mangnon serve» "
            "và các lệnh khác, rồi khôi phục lại.",
            en=f"The database {path} is in use. Nothing was restored. Stop “mangnon serve” and "
            "other commands, then restore again.",
        )
    )


def not_the_same(what: str) -> BackupRefused:
    """Say that what was brought back is not what was copied."""
    return BackupRefused(
        Sentence(
            vi=f"Khôi phục xong nhưng kiểm tra không khớp: {what}. Đã bỏ, không thay đổi gì. "
            "Hãy dùng một bản sao khác.",
            en=f"What was brought back is not what was copied: {what}. It was put away, nothing "
            "changed. Take another copy.",
        )
    )
