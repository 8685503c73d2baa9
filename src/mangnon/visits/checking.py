"""What is wrong with the counter, in sentences."""

from collections.abc import Iterator
from pathlib import Path
from time import time

from django.conf import settings

from mangnon.text.sentence import Sentence
from mangnon.visits import logs
from mangnon.visits.models import Followed

_PATIENCE = 60  # seconds within which a line is counted
_RUN_VI = "Hãy chạy: mangnon visits follow --log TỆP"
_RUN_EN = "Run: mangnon visits follow --log FILE"


def flaws() -> Iterator[Sentence]:
    """Yield why views in nginx's log are not counted; nothing where they are."""
    if settings.VISITS != "log":
        return
    followed = Followed.objects.order_by("-pk").first()
    if followed is None:
        yield Sentence(
            f"Chưa đếm lượt xem nào từ nhật ký của nginx. {_RUN_VI}",
            f"No views were counted from nginx's log yet. {_RUN_EN}",
        )
        return
    waiting = _waiting(Path(followed.log))
    if waiting is None:
        yield Sentence(
            f"Không đọc được {followed.log}, nhật ký lượt xem của nginx. {_RUN_VI}",
            f"{followed.log}, nginx's log of views, cannot be read. {_RUN_EN}",
        )
    elif waiting:
        yield Sentence(
            f"{followed.log} có {waiting} byte chưa đếm hơn một phút. {_RUN_VI}",
            f"{waiting} bytes of {followed.log} have waited for more than a minute. {_RUN_EN}",
        )


def _waiting(log: Path) -> int | None:
    """Return how many bytes of the log nobody counted in time, None where it is not readable."""
    try:
        with logs.opened(log) as file:
            head, shape = logs.head_of(file), logs.shape_of(file)
    except OSError:
        return None
    if head is None or time() - shape.written_at / 1e9 < _PATIENCE:
        return 0
    read = Followed.objects.filter(head=head).values_list("read_to", flat=True).first() or 0
    return max(0, shape.size - read)
