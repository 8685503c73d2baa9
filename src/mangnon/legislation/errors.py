"""What cannot be done with a document."""

from mangnon.text.sentence import DomainError, Sentence

_FAULTS = {
    "kind": ("không phải tệp Word (.docx), PDF hay tệp văn bản (.txt); hãy đổi sang một loại ấy",
             "is no Word file (.docx), PDF or plain text (.txt); convert it to one of these"),
    "broken": ("bị hỏng hoặc không đúng loại; hãy mở thử rồi lưu lại",
               "is broken or of another kind; open it and save it again"),
    "locked": ("có mật khẩu; hãy bỏ mật khẩu rồi tải lại",
               "has a password; remove it and upload the file again"),
    "too_large": ("quá lớn để đọc an toàn; hãy chia nhỏ",
                  "is too large to be read safely; divide it"),
    "too_long": ("dài quá 2.000 trang; hãy chia nhỏ", "has more than 2,000 pages; divide it"),
    "pictures": ("là bản chụp: chỉ có hình, không có chữ; hãy dán văn bản, hoặc giữ làm bản gốc",
                 "is a scan: pictures without letters; paste the text, or keep it as the original"),
}  # fmt: skip


class UnreadableFile(DomainError):
    """A file that gives no text; nothing of it is kept."""

    def __init__(self, name: str, fault: str, pages: int = 0) -> None:
        vi, en = _FAULTS.get(fault, _FAULTS["broken"])
        super().__init__(Sentence(f"Tệp “{name[:80]}” {vi}.", f"The file “{name[:80]}” {en}."))
        self.fault, self.pages = fault, pages


class NoSuchDocument(DomainError):
    """The library has no document of that code or number."""

    def __init__(self, said: str) -> None:
        super().__init__(
            Sentence(
                f"Danh mục không có văn bản “{said[:80]}”; hãy xem lại mã hoặc số, ký hiệu.",
                f"The library has no document “{said[:80]}”; see its code or number again.",
            )
        )


class ClauseInUse(DomainError):
    """A clause that something rests on is missing in the new text."""

    def __init__(self, anchors: list[str], row: int = 0) -> None:
        self.anchors = anchors
        said = ", ".join(anchors[:8]) + (f" (dòng / row {row})" if row else "")
        super().__init__(
            Sentence(
                f"Văn bản mới không còn {said}, mà chỉ tiêu hoặc nhiệm vụ đang dựa vào; "
                "hãy sửa chúng trước.",
                f"The new text has no {said}, which a target or duty rests on; mend those first.",
            )
        )


class FileChanged(DomainError):
    """A file that is another than the one that was looked into a moment ago."""

    def __init__(self, name: str) -> None:
        super().__init__(
            Sentence(
                f"Tệp “{name[:80]}” đã đổi trong lúc nhập; chưa ghi gì. Hãy nhập lại.",
                f"The file “{name[:80]}” was changed meanwhile; nothing was written. Try again.",
            )
        )


class WrongDocument(DomainError):
    """Attributes that cannot be; ``field`` names the one to look at."""

    def __init__(self, field: str, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.field = field


class WrongRelation(DomainError):
    """A relation that cannot be."""

    def __init__(self, field: str, vi: str, en: str) -> None:
        super().__init__(Sentence(vi, en))
        self.field = field


class PackOwned(DomainError):
    """What a pack brings is changed in the pack."""

    def __init__(self) -> None:
        super().__init__(
            Sentence(
                "Quan hệ này do gói dữ liệu của tỉnh mang tới; hãy sửa trong gói rồi nạp lại.",
                "This relation comes from the province's pack; change it there and apply again.",
            )
        )


def same_document(other: str, code: str) -> WrongDocument:
    """Say that another document has issuer, number and day."""
    return WrongDocument(
        "number",
        Sentence(
            f"Đã có văn bản {other} cùng số, cùng cơ quan và ngày ban hành (mã {code}). Hãy sửa "
            "văn bản ấy, hoặc xem lại số, cơ quan, ngày.",
            f"{other} has this number, issuer and day already (code {code}). Edit that one, or see "
            "number, issuer and day again.",
        ),
    )


class BadLink(DomainError):
    """A link of a letter that leads nowhere any more."""

    def __init__(self) -> None:
        super().__init__(
            Sentence(
                "Liên kết này đã hết hạn hoặc bị cắt mất một phần. Hãy mở lại từ thư, hoặc gửi yêu "
                "cầu mới ở trang văn bản.",
                "The link has ended or was cut short. Open it from the letter again, or ask anew "
                "on the document's page.",
            )
        )


class SettledMeanwhile(DomainError):
    """Somebody else kept a file that waited, or let it go."""

    def __init__(self) -> None:
        super().__init__(
            Sentence(
                "Tệp này vừa được người khác giữ hoặc bỏ. Hãy tải lại trang để xem.",
                "Somebody has just kept this file or let it go. Load the page again to see.",
            )
        )
