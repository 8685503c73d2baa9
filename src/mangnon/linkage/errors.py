"""What stands in the way of finding doubles and of judging them."""

from mangnon.text.sentence import DomainError, Sentence


class NotJudged(DomainError):
    """Nothing is merged, parted or undone."""


def judged_already() -> NotJudged:
    """Say that somebody judged the pair."""
    return NotJudged(
        Sentence(
            vi="Cặp hồ sơ này đã có người xét. Hãy tải lại danh sách.",
            en="Somebody has judged this pair. Load the list again.",
        )
    )


def merged_elsewhere() -> NotJudged:
    """Say that one of the two is part of another file already."""
    return NotJudged(
        Sentence(
            vi="Một trong hai hồ sơ đã gộp vào hồ sơ khác, hoặc đã xóa danh tính. "
            "Hãy xét hồ sơ được giữ lại.",
            en="One of the two was merged into another file, or erased. Judge the file that was "
            "kept.",
        )
    )


def two_tell_otherwise() -> NotJudged:
    """Say that the two files tell two different deaths or births."""
    return NotJudged(
        Sentence(
            vi="Hai hồ sơ ghi hai ngày sinh hoặc hai ngày mất khác nhau. Hãy sửa cho khớp "
            "hoặc ghi là hai trẻ.",
            en="The two files tell two births or two deaths of different days. Correct them first, "
            "or say that they are two children.",
        )
    )


def one_died() -> NotJudged:
    """Say that one file tells of a death, and the child of the other lives."""
    return NotJudged(
        Sentence(
            vi="Một hồ sơ ghi trẻ đã mất, hồ sơ được giữ lại ghi trẻ đang sống. Hãy giữ hồ sơ có "
            "ghi ngày mất, hoặc ghi là hai trẻ.",
            en="One file tells of a death, and the child of the file to be kept lives. Keep the "
            "file that tells of the death, or say that they are two children.",
        )
    )


def moved_on() -> NotJudged:
    """Say that the kept file changed so that the merger cannot be taken back whole."""
    return NotJudged(
        Sentence(
            vi="Hồ sơ được giữ lại đã gộp tiếp vào hồ sơ khác, hoặc đã xóa danh tính. "
            "Hãy tháo lần gộp đó trước.",
            en="The file that was kept was merged further, or erased. Undo that merger first.",
        )
    )
