"""What z-scores say in words, by WHO's cut-offs of −3, −2, +2 and +3.

Source: WHO, Training Course on Child Growth Assessment, Interpreting Growth Indicators (2008).
"""

from collections.abc import Mapping

from mangnon.text.sentence import Sentence

FINE = Sentence(vi="bình thường", en="normal")
_OEDEMA = Sentence(vi="phù dinh dưỡng, cần khám ngay", en="oedema, to be seen at once")
# Index, its words below −3, below −2, above +2, above +3. Weight for age says nothing of fat.
_WORDS: dict[str, tuple[Sentence, Sentence, Sentence | None, Sentence | None]] = {
    "waz": (
        Sentence(vi="nhẹ cân mức độ nặng", en="severely underweight"),
        Sentence(vi="nhẹ cân", en="underweight"),
        None,
        None,
    ),
    "haz": (
        Sentence(vi="thấp còi mức độ nặng", en="severely stunted"),
        Sentence(vi="thấp còi", en="stunted"),
        None,
        None,
    ),
    "whz": (
        Sentence(vi="gầy còm mức độ nặng", en="severely wasted"),
        Sentence(vi="gầy còm", en="wasted"),
        Sentence(vi="thừa cân", en="overweight"),
        Sentence(vi="béo phì", en="obese"),
    ),
}


def status_words(scores: Mapping[str, float | None], *, oedema: bool = False) -> list[Sentence]:
    """Return what the scores of a weighing say; "normal" alone, nothing where none is known."""
    known = {index: z for index, z in scores.items() if z is not None and index in _WORDS}
    found = [words for index, z in known.items() if (words := _word(index, z)) is not None]
    if oedema:
        return [_OEDEMA, *found]
    return found or ([FINE] if known else [])


def _word(index: str, z: float) -> Sentence | None:
    severe, moderate, much, too_much = _WORDS[index]
    if z < -3:
        return severe
    if z < -2:
        return moderate
    if z > 3:
        return too_much
    return much if z > 2 else None
