"""What goes wrong with warrants and entries."""

from mangnon.text.sentence import DomainError, Sentence


class EntryIsFinal(DomainError):
    """An audit entry was to be changed or deleted."""

    def __init__(self) -> None:
        super().__init__(
            Sentence(
                vi="Nhật ký truy vết chỉ được ghi thêm, không sửa, không xóa.",
                en="Audit entries are only ever added, never changed or deleted.",
            )
        )


class OutsideTransaction(DomainError):
    """An act was to be recorded outside its transaction: the one could stand without the other."""

    def __init__(self, act: str) -> None:
        super().__init__(
            Sentence(
                vi=f"Việc “{act}” và dòng nhật ký của nó phải nằm trong cùng một giao dịch. "
                "Đây là lỗi của phần mềm, hãy báo người phát triển.",
                en=f"The act “{act}” and its entry must be in one transaction. "
                "This is a mistake of the software, report it.",
            )
        )


class NoWarrant(DomainError):
    """An act was asked for without the right to do it there."""

    def __init__(self, act: str, holder: str) -> None:
        super().__init__(
            Sentence(
                vi=f"“{holder}” không có quyền “{act}” ở đây. Hãy hỏi người quản trị.",
                en=f"“{holder}” may not “{act}” here. Ask the administrator.",
            )
        )


class NotOurSeal(DomainError):
    """The last seal bears no proof by a key in hand: another built on it would vouch for it."""

    def __init__(self, number: int) -> None:
        super().__init__(
            Sentence(
                vi=f"Dấu niêm phong số {number} không do khóa đang giữ lập ra, nên không niêm "
                "phong tiếp. Hãy chạy: mangnon audit verify; nếu khóa cũ đã bị bỏ, hãy đặt lại.",
                en=f"Seal {number} was made by no key in hand, so nothing is sealed after it. Run: "
                "mangnon audit verify; where an old key was removed, put it back.",
            )
        )
