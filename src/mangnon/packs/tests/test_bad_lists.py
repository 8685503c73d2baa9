"""Whatever is wrong with procedures and services is told with file and line."""

from pathlib import Path

import pytest

from mangnon.packs.reading import read_pack
from mangnon.packs.tests.test_bad_packs import Spoil, append, find, lines_of, swap

PRO, SER = "procedures.toml", "services.toml"
CASES: list[tuple[str, Spoil, str, str, str]] = [
    ("code twice", swap(PRO, 'code = "ask-for-a-midwife"', 'code = "name-a-child"'), PRO,
     'code = "name-a-child"', "stands already at procedures.toml:1"),
    ("no page", swap(PRO, 'code = "ask-for-a-midwife"', 'code = "Xin/cô-đỡ"'), PRO, "Xin/cô-đỡ",
     "cannot stand in an address"),
    ("national", swap(PRO, '"9.000001"', '"9.1"'), PRO, "9.1", "like a national code — e.g."),
    ("field", swap(PRO, 'field = "health"', 'field = "healthy"'), PRO, "healthy",
     "“healthy” is not on the list"),
    ("level", swap(PRO, 'level = "district"', 'level = "planet"'), PRO, "planet", "choose one of"),
    ("office", swap(PRO, 'office = "council"', 'office = "counsel"'), PRO, "counsel",
     "did you mean: council"),
    ("document", swap(PRO, 'document = "act"', 'document = "acts"'), PRO, "acts",
     "no document “acts” — did you mean: act"),
    ("no basis", swap(PRO, 'document = "act"\n', ""), PRO, "[[procedure.basis]]",
     "names no document — write “document”"),
    ("one language", swap(PRO, 'who_en = "A parent."\n', ""), PRO, "who_vi",
     "“who_vi” stands without “who_en”"),
    ("one language below", swap(PRO, 'time_vi = "Trong ngày"\n', ""), PRO, "time_en",
     "“time_en” stands without “time_vi”"),
    ("ends first", swap(PRO, "valid_to = 2020-01-01", "valid_to = 2000-01-01"), PRO, "2000-01-01",
     "is not after “valid_from”"),
    ("replaces", swap(PRO, 'replaces = "name-a-child-2001"', 'replaces = "name-a-child-2002"'),
     PRO, "2002", "no procedure “name-a-child-2002” — did you mean: name-a-child-2001"),
    ("circle", swap(PRO, "valid_to = 2020-01-01",
                    'valid_to = 2020-01-01\nreplaces = "name-a-child"'), PRO, "replaces",
     "replaces itself: name-a-child → name-a-child-2001 → name-a-child"),
    ("key", swap(PRO, "count = 1", "counts = 1"), PRO, "counts", "did you mean: count"),
    ("web", swap(PRO, 'how = "in_person"', 'how = "online"\nurl = "portal"'), PRO, "portal",
     "“portal” is no web address"),
    ("service place", swap(SER, 'place = "N"', 'place = "NN"'), SER, "NN", "no place “NN”"),
    ("served", swap(SER, '"c@2020-01-01"', '"z@2020-01-01"'), SER, "z@2020-01-01",
     "no place “z@2020-01-01”"),
    ("serves nobody", swap(SER, "whole_area = true\n", ""), SER, "[[service]]",
     "write “whole_area = true”, or “serves”"),
    ("serves both", swap(SER, "age_to = 5\n", "age_to = 5\nwhole_area = true\n"), SER, "serves",
     "one of the two"),
    ("ages", swap(SER, "age_from = 0", "age_from = 18"), SER, "age_from", "must rise"),
    ("leads", swap(SER, '"ask-for-a-midwife"', '"ask-a-midwife"'), SER, "procedures",
     "did you mean: ask-for-a-midwife"),
    ("kind", swap(SER, 'kind = "hotline"', 'kind = "bell"'), SER, "kind", "choose one of"),
    ("web of a service", append(SER, '[[service]]\ncode = "x"\nname_vi = "X"\nname_en = "X"\n'
                                'kind = "play"\nwhole_area = true\nweb = "www"\n'), SER, "www",
     "“www” is no web address"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("spoil", "file", "where", "word"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_a_mistake_is_told_where_it_stands(
    nowhere: Path, spoil: Spoil, file: str, where: str, word: str
) -> None:
    spoil(nowhere)
    met = find(read_pack(nowhere).mistakes, file, word)
    assert met, [str(one) for one in read_pack(nowhere).mistakes]
    assert all(one.vi != one.en for one in met)
    assert {one.line for one in met} & lines_of(nowhere, file, where), list(map(str, met))
