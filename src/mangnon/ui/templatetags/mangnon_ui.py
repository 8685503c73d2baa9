"""Tags and filters that write figures, days, statuses and pictures in the page's language."""

from collections.abc import Iterable
from datetime import date
from functools import cache

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from mangnon.text.dates import format_date
from mangnon.text.numbers import format_number
from mangnon.text.sentence import Language
from mangnon.text.slugs import slugify
from mangnon.ui import markers, statuses, units
from mangnon.ui.charts.bars import BarChart, bars
from mangnon.ui.charts.draw_map import draw_map
from mangnon.ui.charts.growth import GrowthChart
from mangnon.ui.charts.growth_chart import growth_chart as draw_growth
from mangnon.ui.charts.maps import MapPicture
from mangnon.ui.charts.sparkline import sparkline as draw_sparkline
from mangnon.ui.charts.tiles import tile_map as draw_tiles
from mangnon.ui.charts.trend import Trend
from mangnon.ui.charts.trend_chart import trend_chart as draw_trend
from mangnon.ui.drawings import drawing_svg
from mangnon.ui.parts import Table
from mangnon.ui.rows import table_rows

register = template.Library()
# A page of so many headings says at its head what it holds.
LONG_PAGE = 3


def page_language() -> Language:
    """Return the language of the page being rendered; anything but English is Vietnamese."""
    return "en" if (get_language() or "vi").startswith("en") else "vi"


def _picture(markup: str) -> SafeString:
    """Trust markup of our own charts, which escape every word they are given."""
    return mark_safe(markup)  # noqa: S308


@register.simple_tag
def number(value: float | None, decimals: int = 0) -> str:
    """Write a number, a dash for None."""
    return "–" if value is None else format_number(value, decimals, page_language())


@register.simple_tag
def amount(value: float | None, unit: str = "count", decimals: int = 0) -> str:
    """Write a number with its unit in one line: 1,94%."""
    return "–" if value is None else units.figure_text(value, unit, decimals, page_language())


@register.simple_tag
def figure(value: float | None, unit: str = "percent", decimals: int = 1) -> SafeString:
    """Write the large figure of a promise, its unit smaller beside it."""
    if value is None:
        return format_html('<strong class="figure">{}</strong>', "–")
    written = format_number(value, decimals, page_language())
    sign = units.sign(unit)
    small = format_html("<small>{}</small>", sign) if sign else ""
    return format_html('<strong class="figure">{}{}</strong>', written, small)


@register.filter
def day(value: date | None) -> str:
    """Write a day, day first: 31-12-2020; a dash for None."""
    return "–" if value is None else format_date(value, page_language())


@register.simple_tag
def status(key: str, detail: str = "") -> SafeString:
    """Write a status: its mark, its word, the class of its tone."""
    word = statuses.word_of(key)
    return format_html(
        '<span class="status tone-{}">{}<span>{}</span></span>',
        word.tone,
        _picture(statuses.mark_svg(key)),
        detail or word.word,
    )


@register.simple_tag
def status_sign(key: str) -> SafeString:
    """Draw only the mark of a status, where the word stands elsewhere."""
    return _picture(statuses.mark_svg(key))


@register.filter
def named(thing: object) -> str:
    """Return ``name_en`` on an English page, else ``name_vi``."""
    return str(getattr(thing, "name_en" if page_language() == "en" else "name_vi"))


@register.filter
def tone(key: str) -> str:
    """Return the tone of a status, for a class."""
    return statuses.tone_of(key)


@register.filter
def status_word(key: str) -> str:
    """Return the word of a status."""
    return str(statuses.word_of(key).word)


@register.simple_tag
def marker(key: str) -> SafeString:
    """Write a remark beside a figure; its meaning is in its title and in the page's notes."""
    remark = markers.marker_of(key)
    return format_html('<abbr class="marker" title="{}">{}</abbr>', remark.meaning, remark.word)


@register.simple_tag
def sparkline(trend: Trend) -> SafeString:
    """Draw the small trend of a promise."""
    return _picture(draw_sparkline(trend, page_language()))


@register.simple_tag
def trend_chart(trend: Trend) -> SafeString:
    """Draw the large trend."""
    return _picture(draw_trend(trend, page_language()))


@register.simple_tag
def growth_chart(chart: GrowthChart) -> SafeString:
    """Draw a child among the lines of a growth standard."""
    return _picture(draw_growth(chart, page_language()))


@register.simple_tag
def bar_chart(chart: BarChart) -> SafeString:
    """Draw horizontal bars."""
    return _picture(bars(chart, page_language()))


@register.simple_tag
def map_picture(picture: MapPicture) -> SafeString:
    """Draw the truest map that the places allow, with its key."""
    return _picture(draw_map(picture, page_language()))


@register.simple_tag
def tile_map(picture: MapPicture, columns: int = 2) -> SafeString:
    """Draw communes as tiles by district, with the key."""
    return _picture(draw_tiles(picture, page_language(), columns))


@register.simple_tag
def rows(table: Table) -> SafeString:
    """Write the rows of a table."""
    return _picture(table_rows(table, cache(status), cache(marker)))


@register.filter
def marker_meaning(key: str) -> str:
    """Return the sentence that explains a remark."""
    return str(markers.marker_of(key).meaning)


@register.simple_tag
def drawing(name: str) -> SafeString:
    """Inline a drawing of our own by its name or by its section's kind; nothing for another."""
    return _picture(drawing_svg(name))


@register.filter
def anchor(words: object) -> str:
    """Return the name by which a heading is linked to."""
    return slugify(str(words), 60)


@register.filter
def bound(words: object) -> str:
    """Keep "trẻ em" on one line: a narrow page must not part it."""
    return str(words).replace("rẻ em", "rẻ\u00a0em")


@register.filter
def headings(body: Iterable[object]) -> list[tuple[str, str]]:
    """Return the headings among a page's blocks with their anchors; nothing for a short page."""
    words = [str(b.value) for b in body if getattr(b, "block_type", "") == "heading"]  # type: ignore[attr-defined]
    return [(one, anchor(one)) for one in words] if len(words) >= LONG_PAGE else []
