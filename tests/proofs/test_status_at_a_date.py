"""A document is never in force after it was wholly abrogated, and unknown stays unknown.

Generated graphs of amendments are judged a second time by a plain rule that walks back from one
document, and shuffled; then the front door is asked, on the page of a document of a day.
"""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mangnon import clock
from mangnon.legislation.models import Document, Relation
from mangnon.legislation.standing.compute import standings
from mangnon.legislation.standing.graph import Paper, Tie
from mangnon.legislation.standing.words import RELATIONS, Standing
from mangnon.portal.tests.reading import plain

# Said here again: what the code forgets is not to be forgotten by its proof.
ENDING = {"replaces", "abrogates"}
ENDING_PART = {*ENDING, "amends"}
FIRST = date(2010, 1, 1)
DAYS = st.integers(0, 12).map(lambda months: FIRST + timedelta(days=30 * months))
PERHAPS = st.one_of(st.none(), DAYS)
HOLDING = {Standing.IN_FORCE, Standing.EXPIRED_PART, Standing.SUSPENDED, Standing.SUSPENDED_PART}
KINDS = st.one_of(
    st.sampled_from(["replaces", "abrogates", "amends", "suspends"]), st.sampled_from(RELATIONS)
)


@st.composite
def graphs(draw):
    count = draw(st.integers(2, 7))
    papers = [Paper(n, draw(PERHAPS), draw(PERHAPS), draw(PERHAPS)) for n in range(count)]
    ends = st.integers(0, count - 1)
    ties = draw(
        st.lists(st.builds(Tie, ends, KINDS, ends, PERHAPS, PERHAPS, st.booleans()), max_size=14)
    )
    return papers, [one for one in ties if one.source != one.target], draw(DAYS)


def end_of(key, papers, ties):
    """The day a document ends, by walking back: the plain rule, without any order of events."""
    paper = papers[key]
    days = [paper.expired_on] if paper.expired_on else []
    for one in ties:
        when = one.on or papers[one.source].in_force_from
        if one.target != key or one.kind not in ENDING or one.part or when is None:
            continue
        # What ends the source before that day came earlier still: walk back among those alone.
        earlier = [t for t in ties if (t.on or papers[t.source].in_force_from or date.max) < when]
        end = end_of(one.source, papers, earlier)
        if end is None or end >= when:
            days.append(when)
    return min(days, default=None)


@settings(max_examples=300, deadline=None)
@given(graphs())
def test_never_in_force_after_its_end_and_unknown_stays_unknown(graph):
    papers, ties, day = graph
    found = standings(papers, ties, day)
    assert len(found) == len(papers)
    for paper in papers:
        verdict, end = found[paper.key], end_of(paper.key, papers, ties)
        undated = [
            one for one in ties
            if one.target == paper.key and (one.kind in ENDING_PART or one.kind == "suspends")
            and one.on is None and papers[one.source].in_force_from is None
            and not (papers[one.source].issued_on and papers[one.source].issued_on > day)
        ]  # fmt: skip
        if end is not None and end <= day:
            assert (verdict.standing, verdict.since) == (Standing.EXPIRED, end)
        elif undated or paper.in_force_from is None:
            assert verdict.standing == Standing.UNKNOWN
        elif paper.in_force_from > day:
            assert verdict.standing == Standing.NOT_YET
        else:
            assert verdict.standing in HOLDING


@settings(max_examples=200, deadline=None)
@given(graphs(), st.randoms(use_true_random=False))
def test_the_order_of_entry_does_not_matter(graph, chance):
    papers, ties, day = graph
    before = standings(papers, ties, day)
    chance.shuffle(papers)
    chance.shuffle(ties)
    after = standings(papers, ties, day)
    assert {key: (one.standing, one.why, one.since, one.until, set(one.ties))
            for key, one in after.items()} == {
        key: (one.standing, one.why, one.since, one.until, set(one.ties))
        for key, one in before.items()}  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(graphs())
def test_forgetting_a_date_never_brings_a_document_into_force(graph):
    papers, ties, day = graph
    before = standings(papers, ties, day)
    for n, one in enumerate(papers):
        told_less = [*papers[:n], replace(one, in_force_from=None), *papers[n + 1 :]]
        after = standings(told_less, ties, day)
        assert after[one.key].standing not in HOLDING
        assert before[one.key].standing != Standing.EXPIRED or after[one.key] == before[one.key] \
            or after[one.key].standing == Standing.EXPIRED  # fmt: skip


@pytest.fixture
def two(db):
    old = Document.objects.create(
        code="old", number="34/2014/QĐ-TTg", number_key="34-2014-qdttg", kind="decision",
        title_vi="Cũ", title_en="Old", in_force_from=date(2014, 7, 15),
        stated="in_force", stated_on=date(2025, 1, 1), stated_by="Nguồn thử",
    )  # fmt: skip
    new = Document.objects.create(code="new", kind="decision", title_vi="Mới", title_en="New")
    Relation.objects.create(source=new, kind="abrogates", target=old, on=date(2020, 1, 3))
    return old, new


def banner(client, path):
    answer = client.get(path)
    assert answer.status_code == 200, path
    shown = answer.content.decode()
    return plain(shown[shown.index('id="standing"') : shown.index("</section>")])


def test_the_page_of_a_day_says_how_it_stood(two, client):
    with clock.pinned(date(2026, 1, 15)):
        assert "Còn hiệu lực" in banner(client, "/van-ban/old@2019-12-31/")
        assert "Chưa có hiệu lực" in banner(client, "/van-ban/old@2014-07-14/")
        today = banner(client, "/van-ban/old/")
        assert "Hết hiệu lực toàn bộ" in today and "03/01/2020" in today and "Mới" in today
        assert "Chưa xác định hiệu lực" in banner(client, "/van-ban/new/")


def test_what_the_source_says_stands_beside_where_it_differs(two, client):
    with clock.pinned(date(2026, 1, 15)):
        said = banner(client, "/van-ban/old/")
    assert "Nguồn thử" in said and "Còn hiệu lực" in said and "khác" in said
