"""The words of the national database for how a document stands, and what one does to another."""

from enum import StrEnum


class Standing(StrEnum):
    """How a document stands on a day; the national database's words."""

    IN_FORCE = "in_force"  # còn hiệu lực
    NOT_YET = "not_yet"  # chưa có hiệu lực
    EXPIRED = "expired"  # hết hiệu lực toàn bộ
    EXPIRED_PART = "expired_part"  # hết hiệu lực một phần
    SUSPENDED = "suspended"  # ngưng hiệu lực
    SUSPENDED_PART = "suspended_part"  # ngưng hiệu lực một phần
    UNKNOWN = "unknown"  # chưa xác định


class Why(StrEnum):
    """What a standing follows from."""

    NO_START = "no_start"
    NOT_BEGUN = "not_begun"
    TERM = "term"
    ENDED = "ended"
    UNDATED = "undated"
    SUSPENDED = "suspended"
    PART = "part"
    RUNS = "runs"


# Every relation: what the source does to the target. The first thirteen are the law's; a Party
# plan implements a directive, and a later text may take over from one that it does not replace.
RELATIONS = (
    *("basis", "guides", "details", "amends", "supplements", "replaces", "abrogates"),
    *("suspends", "corrects", "consolidates", "explains", "refers_to", "publishes"),
    *("implements", "succeeds"),
)
ENDING = frozenset({"replaces", "abrogates"})
# Taken in part these end a part of the target; a sentence amended holds no longer as it stood.
ENDING_PART = frozenset({"replaces", "abrogates", "amends"})
SUSPENDING = "suspends"
# The source rests on the target: where the target ends, somebody must look at the source.
RESTING = frozenset({"basis", "guides", "details", "implements"})
