"""What a clause set that is owed by a whole level: for the library's pages."""

from collections.abc import Iterator

from mangnon.duties.models import Handing, PublicDuty
from mangnon.legislation.setting import SetDuty
from mangnon.text.dates import format_date
from mangnon.text.sentence import Sentence

_LEVELS = {
    Handing.Rule.DISTRICTS: Sentence("mọi huyện", "every district"),
    Handing.Rule.COMMUNES: Sentence("mọi xã, phường, thị trấn", "every commune"),
}


def set_by(document_id: int) -> Iterator[SetDuty]:
    """Yield the duties that a document sets, the earliest first; one query."""
    for one in PublicDuty.objects.filter(document=document_id):
        level = _LEVELS[Handing.Rule(one.rule)]
        yield SetDuty(
            one.anchor,
            Sentence(one.title_vi, one.title_en or one.title_vi),
            Sentence(f"{level.vi} của {one.within_vi}", f"{level.en} of {one.within_en}"),
            Sentence(_until(one, "vi"), _until(one, "en")),
        )


def _until(one: PublicDuty, language: str) -> str:
    if one.deadline_day is None:
        words = {
            "vi": f"trong {one.deadline_days} ngày làm việc từ ngày nhận",
            "en": f"within {one.deadline_days} working days of receipt",
        }
        return words[language]
    day = format_date(one.deadline_day, "vi" if language == "vi" else "en")
    words = {
        ("vi", "by"): f"chậm nhất ngày {day}", ("vi", "before"): f"trước ngày {day}",
        ("en", "by"): f"by {day}", ("en", "before"): f"before {day}",
    }  # fmt: skip
    return words[language, one.deadline_kind]
