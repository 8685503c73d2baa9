"""The whole recount: every indicator that is counted from records."""

from collections.abc import Iterable
from datetime import date

from tests.support.second_path.days import year_of
from tests.support.second_path.followed import count_exits, count_followed
from tests.support.second_path.houses import count_houses
from tests.support.second_path.living import count_living
from tests.support.second_path.person import everyone
from tests.support.second_path.tally import Cells, Tally
from tests.support.second_path.weighed import count_weighed


def recount(place_ids: Iterable[int], years: Iterable[int], today: date) -> Cells:
    """Recount all figures of communes for calendar years.

    Returns (indicator, place id, year, breakdown, value) -> (numerator, denominator or 0).
    """
    tally, people = Tally(), everyone()
    spans = [year_of(number, today) for number in years if date(number, 1, 1) <= today]
    count_living(tally, people, spans)
    count_followed(tally, people, spans)
    count_exits(tally, people, spans)
    count_weighed(tally, people, spans)
    count_houses(tally, spans, today)
    return tally.cells(place_ids)
