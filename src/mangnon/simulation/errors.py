"""Why a simulation does not begin."""

from mangnon.text.sentence import DomainError, Sentence


class CannotSimulate(DomainError):
    """The database is not ready for an invented province."""


def not_empty(children: int) -> CannotSimulate:
    """Say that the register holds children already."""
    return CannotSimulate(
        Sentence(
            vi=f"Cơ sở dữ liệu đã có {children} trẻ; chỉ mô phỏng trên cơ sở dữ liệu trống. "
            "Hãy tạo thư mục dữ liệu mới rồi nạp gói và chạy lại.",
            en=f"The database holds {children} children already; a simulation needs an empty one. "
            "Make a new data folder, apply the pack and run again.",
        )
    )


def no_pack(missing_vi: str, missing_en: str) -> CannotSimulate:
    """Say what of the pack is missing."""
    return CannotSimulate(
        Sentence(
            vi=f"Chưa có {missing_vi} mà mô phỏng cần. Hãy nạp gói trước: "
            "mangnon pack apply packs/hai-duong",
            en=f"The simulation needs {missing_en}, which are not there. Apply the pack first: "
            "mangnon pack apply packs/hai-duong",
        )
    )


def too_small(children: int, least: int) -> CannotSimulate:
    """Say that so few children make no province."""
    return CannotSimulate(
        Sentence(
            vi=f"{children} trẻ là quá ít để mô phỏng; hãy cho từ {least} trẻ.",
            en=f"{children} children are too few to simulate; give {least} or more.",
        )
    )


def wrong_until(until: str, first: str, last: str) -> CannotSimulate:
    """Say which last days are possible."""
    return CannotSimulate(
        Sentence(
            vi=f"Không mô phỏng được đến {until}; hãy chọn ngày từ {first} đến {last}.",
            en=f"Cannot simulate until {until}; choose a day from {first} to {last}.",
        )
    )
