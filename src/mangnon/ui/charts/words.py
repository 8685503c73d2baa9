"""The few words that pictures themselves say, in both languages."""

from mangnon.text.sentence import Language, Sentence

SCHEMATIC = Sentence(
    vi="Bản đồ giản lược: đúng hướng giữa các nơi kề nhau, không theo ranh giới hay diện tích.",
    en="Schematic map: neighbours lie truly, borders and areas do not.",
)
TILES = Sentence(
    vi="Bản đồ ô: mỗi ô một đơn vị, xếp theo huyện.",
    en="Tile map: one tile a unit, by district.",
)
TILES_PLACED = Sentence(
    vi="Bản đồ ô: mỗi ô một đơn vị, xếp theo huyện, gần đúng từ bắc xuống nam.",
    en="Tile map: one tile a unit, by district, roughly from north to south.",
)
WITHHELD = Sentence(vi="Không công bố vì số quá nhỏ", en="Withheld because the numbers are small")
TOO_FEW = Sentence(vi="Quá ít để kết luận", en="Too few to judge")
NO_DATA = Sentence(vi="Chưa có số liệu", en="No data")
ESTIMATED = Sentence(vi="Ước tính", en="Estimated")
PROVISIONAL = Sentence(vi="tạm tính", en="provisional")
PROMISED = Sentence(vi="Hứa", en="Promised")
BREAK = Sentence(vi="Chuỗi ngắt", en="The series breaks")
TARGET = Sentence(vi="Mức đề ra", en="Promised")
NOTHING = Sentence(vi="Chưa có số liệu để vẽ.", en="There are no data to draw.")


def say(sentence: Sentence, language: Language) -> str:
    """Return a sentence in one language."""
    return sentence.in_language(language)
