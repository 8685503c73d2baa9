"""The legal bases that a pack writes under a procedure or a service."""

from mangnon.packfile import Context, Field, Mistake, Row, Shape
from mangnon.packfile.parts import in_one_language
from mangnon.packsync import Below
from mangnon.packsync.columns import columns_of
from mangnon.packsync.tables import Values

BASIS = Shape(
    "Một căn cứ pháp lý",
    "A legal basis",
    (
        Field("document", "code", "mã văn bản trong documents.toml", "code of the document"),
        Field("article_vi", "text", "điều, khoản", "article, in Vietnamese"),
        Field("article_en", "text", "điều, khoản, tiếng Anh", "article"),
        Field("words_vi", "text", "tên gọi, khi gói chưa có văn bản", "its name, where unknown"),
        Field("words_en", "text", "tên gọi, tiếng Anh", "its name in English"),
        Field("to_check", "flag", "cần đối chiếu", "to be checked"),
    ),
)
BASES = Below(
    "bases",
    ("document__code", "article_vi", "article_en", "words_vi", "words_en", "to_check"),
)


def judge_bases(row: Row, context: Context) -> list[Mistake]:
    """Return what is wrong with the bases under a row."""
    mistakes: list[Mistake] = []
    for basis in row["basis"]:
        mistakes += context.unknown(basis, "document", "document") + in_one_language(basis)
        if not basis["document"] and not basis["words_vi"]:
            mistakes.append(_names_nothing(basis))
    return mistakes


def bases_of(row: Row) -> tuple[Values, ...]:
    """Return the bases under a row as columns."""
    return tuple(columns_of(basis, BASIS, BASES.fields) for basis in row["basis"])


def _names_nothing(basis: Row) -> Mistake:
    return basis.wrong(
        "",
        "căn cứ chưa nêu văn bản nào — ghi “document”, hoặc “words_vi” khi gói chưa có văn bản",
        "the basis names no document — write “document”, or “words_vi” where the pack has none",
    )
