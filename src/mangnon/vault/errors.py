"""What can go wrong with keys and seals. No message ever holds a key or a sealed text."""

from mangnon.text.sentence import DomainError, Sentence


class KeyRingError(DomainError):
    """The key file is missing, malformed, or may not be written."""


class SealBroken(DomainError):
    """A sealed value was altered, moved to another place, or is no seal of ours."""


class KeyNotInRing(SealBroken):
    """A wrapped key names a ring key that this installation does not hold."""


def broken(bound_to: str) -> SealBroken:
    """Say that the value bound to `bound_to` does not open."""
    return SealBroken(
        Sentence(
            vi=f"Dữ liệu mã hóa của “{bound_to}” không mở được: dữ liệu đã bị sửa, bị chuyển chỗ, "
            "hoặc khóa không đúng. Hãy khôi phục từ bản sao lưu và báo người quản trị.",
            en=f"The sealed data of “{bound_to}” does not open: it was altered, moved from another "
            "place, or the key is wrong. Restore this record from a backup and tell the "
            "administrator.",
        )
    )


def key_not_in_ring(key_id: str, bound_to: str) -> KeyNotInRing:
    """Say which ring key is missing, and for what."""
    return KeyNotInRing(
        Sentence(
            vi=f"Khóa “{key_id}”, dùng để khóa “{bound_to}”, không có trong tệp khóa đang dùng. "
            "Hãy đặt lại tệp khóa có chứa khóa này.",
            en=f"The key “{key_id}” that locks “{bound_to}” is not in the key file in use. "
            "Put back the key file that holds it.",
        )
    )


def not_removable(key_id: str, primary: str) -> KeyRingError:
    """Say why a key stays in its file: it is the primary one, or it is not there."""
    if key_id == primary:
        return KeyRingError(
            Sentence(
                vi=f"Khóa “{key_id}” đang là khóa chính, không bỏ được. Hãy thêm khóa mới trước: "
                "mangnon keys add, rồi mangnon keys rotate.",
                en=f"The key “{key_id}” is the primary one and cannot be removed. Add a new one "
                "first: mangnon keys add, then mangnon keys rotate.",
            )
        )
    return KeyRingError(
        Sentence(
            vi=f"Tệp khóa không có khóa “{key_id}”. Hãy xem tên khóa bằng: mangnon keys check",
            en=f"The key file holds no key “{key_id}”. See the names with: mangnon keys check",
        )
    )
