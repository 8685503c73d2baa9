"""The key file: a small TOML file with the ring's keys and the name of the primary one.

primary = "k3fa91c02"

[keys]
k3fa91c02 = "<32 bytes in base64>"
"""

import os
import re
import secrets
import stat
import tomllib
from base64 import b64decode, b64encode
from collections.abc import Mapping
from pathlib import Path

from mangnon.text.sentence import Sentence
from mangnon.vault.errors import KeyRingError
from mangnon.vault.seals import KEY_BYTES

KEY_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,31}", re.ASCII)
_HEADER = """\
# Tệp khóa của Măng Non. Giữ riêng, không để cùng cơ sở dữ liệu; mất tệp này thì không đọc được
# tên trẻ em nào nữa. Không xóa khóa cũ khi còn dữ liệu khóa bằng nó.
# The keys of Măng Non. Keep apart from the database; without this file no child's name can be
# read again. Do not remove an old key while data locked by it remains.
"""


def new_key_id() -> str:
    """Give a fresh key name; random, so that rings of two installations never collide."""
    return "k" + secrets.token_hex(4)


def read_key_file(path: Path) -> tuple[str, dict[str, bytes]]:
    """Read the primary key's id and all keys; raises KeyRingError that says what to mend."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise _missing(path) from None
    except UnicodeDecodeError:
        raise _malformed(path, "không phải văn bản UTF-8", "it is not UTF-8 text") from None
    except OSError as error:
        raise _unreadable(path, error) from None
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _malformed(path, f"sai cú pháp TOML ({error})", f"bad TOML ({error})") from None
    return _checked(path, content)


def _checked(path: Path, content: Mapping[str, object]) -> tuple[str, dict[str, bytes]]:
    """Take the parsed file apart, refusing whatever a ring cannot be made of."""
    table = content.get("keys")
    if not isinstance(table, dict) or not table:
        raise _malformed(path, "bảng [keys] không có khóa nào", "the table [keys] has no key")
    keys = {str(name): _key(path, str(name), value) for name, value in table.items()}
    primary = content.get("primary")
    if not isinstance(primary, str) or primary not in keys:
        raise _malformed(
            path,
            "dòng “primary = …” phải nêu tên một khóa trong [keys]",
            "the line “primary = …” must name one of the keys in [keys]",
        )
    return primary, keys


def _key(path: Path, name: str, value: object) -> bytes:
    """Read one line of [keys]; the message never repeats the value."""
    if not KEY_ID.fullmatch(name):
        raise _malformed(
            path,
            f"tên khóa “{name}” chỉ được gồm a-z, 0-9 và dấu -, tối đa 32 ký tự",
            f"the key name “{name}” may hold only a-z, 0-9 and -, at most 32 characters",
        )
    key = decoded_key(value) if isinstance(value, str) else None
    if key is None:
        raise _malformed(
            path,
            f"khóa “{name}” phải là {KEY_BYTES} byte viết bằng base64",
            f"the key “{name}” must be {KEY_BYTES} bytes written in base64",
        )
    return key


def render(primary: str, keys: Mapping[str, bytes]) -> str:
    """Give the text of a key file."""
    lines = [f'{name} = "{b64encode(key).decode("ascii")}"' for name, key in keys.items()]
    return "\n".join([_HEADER, f'primary = "{primary}"', "", "[keys]", *lines, ""])


def write_new_file(path: Path, text: str) -> None:
    """Write a file that must not exist yet, readable by its owner alone, flushed to the disk."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise _exists(path) from None
    except OSError as error:
        raise _unwritable(path, error) from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        path.unlink()  # half a key file would stand in the way of the next attempt
        raise _unwritable(path, error) from None


def replace_file(path: Path, text: str) -> None:
    """Put a new text in a file's place at once; a reader sees the old one or the new, whole.

    The `.new` file beside it is also the lock: of two rotations at a time the second is refused.
    Owner and mode stay: the administrator changes the file, the service goes on reading it.
    """
    beside = path.with_name(path.name + ".new")
    write_new_file(beside, text)
    try:
        before = path.stat()
        os.chown(beside, before.st_uid, before.st_gid)
        beside.chmod(stat.S_IMODE(before.st_mode))
        beside.replace(path)
    except OSError as error:
        beside.unlink()
        raise _unwritable(path, error) from None


def readable_by_others(path: Path) -> bool:
    """Tell whether accounts outside the file's owner and group may read or change it."""
    return bool(path.stat().st_mode & 0o007)


def decoded_key(text: str) -> bytes | None:
    """Read a key written in base64; None where it is none."""
    try:
        key = b64decode(text, validate=True)
    except ValueError:
        return None
    return key if len(key) == KEY_BYTES else None


def _missing(path: Path) -> KeyRingError:
    return KeyRingError(
        Sentence(
            vi=f"Không có tệp khóa {path}. Hãy đặt tệp khóa vào đó, hoặc nếu là cài đặt mới, "
            "chưa có dữ liệu, hãy tạo tệp khóa mới: mangnon keys new.",
            en=f"There is no key file {path}. Put the key file there or, on a new installation "
            "without data, generate one: mangnon keys new.",
        )
    )


def _malformed(path: Path, vi: str, en: str) -> KeyRingError:
    return KeyRingError(
        Sentence(
            vi=f"Tệp khóa {path} bị hỏng: {vi}. Hãy sửa tệp hoặc khôi phục từ bản sao lưu.",
            en=f"The key file {path} is malformed: {en}. Mend it or restore it from a backup.",
        )
    )


def _unreadable(path: Path, error: OSError) -> KeyRingError:
    return KeyRingError(
        Sentence(
            vi=f"Không đọc được tệp khóa {path} ({error.strerror}). Hãy cho tài khoản chạy "
            "chương trình quyền đọc tệp này.",
            en=f"The key file {path} cannot be read ({error.strerror}). Let the account that "
            "runs the program read it.",
        )
    )


def _exists(path: Path) -> KeyRingError:
    return KeyRingError(
        Sentence(
            vi=f"Đã có tệp {path}, không ghi đè vì có thể đang giữ khóa. Hãy chọn đường dẫn khác, "
            "hoặc xem kỹ rồi tự chuyển tệp đó đi.",
            en=f"The file {path} is there already and is not overwritten, it may hold keys. "
            "Choose another path, or look at it and move it away yourself.",
        )
    )


def _unwritable(path: Path, error: OSError) -> KeyRingError:
    return KeyRingError(
        Sentence(
            vi=f"Không ghi được tệp khóa {path} ({error.strerror}). Hãy tạo thư mục, để đủ chỗ "
            "trống và cho tài khoản chạy chương trình quyền ghi.",
            en=f"The key file {path} cannot be written ({error.strerror}). Make its folder, leave "
            "room on the disk and let the account that runs the program write there.",
        )
    )
