"""The paper on which the finding of special circumstances rests: what is asked of it."""

from dataclasses import dataclass
from datetime import date

from mangnon.register.errors import WrongState
from mangnon.register.models import EvidenceKind
from mangnon.text.folding import nfc
from mangnon.text.sentence import Sentence

LONGEST_NUMBER = 60
LONGEST_ISSUER = 160
_NUMBER = Sentence(vi="Số, ký hiệu giấy tờ", en="The number of the paper")
_ISSUER = Sentence(vi="Nơi cấp giấy tờ", en="Who issued the paper")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A kind of paper; number, day and issuer as far as they are known."""

    kind: EvidenceKind
    number: str = ""
    issued_on: date | None = None
    issuer: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "number", _cleaned(_NUMBER, self.number, LONGEST_NUMBER))
        object.__setattr__(self, "issuer", _cleaned(_ISSUER, self.issuer, LONGEST_ISSUER))

    def __repr__(self) -> str:
        return f"Evidence({self.kind.code})"  # a number never reaches a log or a traceback


def _cleaned(what: Sentence, text: str, longest: int) -> str:
    """Return a text in composed letters and single spaces, or raise WrongState."""
    clean = " ".join(nfc(text).split())
    if len(clean) > longest or not clean.isprintable():
        raise WrongState(
            Sentence(
                vi=f"{what.vi} chỉ được gồm chữ, số và dấu, tối đa {longest} ký tự. Hãy ghi lại.",
                en=f"{what.en} is printable text of at most {longest} characters. Write it again.",
            )
        )
    return clean
