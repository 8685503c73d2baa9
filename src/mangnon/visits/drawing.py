"""The counter's picture: its number in the house's typeface, in light and in dark.

It is shown as ``<img>``, where no style sheet and no typeface of the page reach: so it carries
its ink, and the shapes of its digits. Its inks are tokens of ``ui/static/ui/mangnon.css``.
"""

from html import escape

from mangnon.text.numbers import format_number
from mangnon.text.sentence import Language
from mangnon.ui.charts import digits, svg

INK, DARK_INK = "#1b2420", "#eef2ea"
HEIGHT, BASELINE = 20.0, 16.0
SIZE = 14.7  # as the letters of the footer beside it
WIDTH = 102.0  # room for 999.999.999, so that the page never moves when the number grows
_STYLE = (
    f":root{{color-scheme:light dark}}path{{fill:{INK}}}"
    f"@media screen and (prefers-color-scheme:dark){{path{{fill:{DARK_INK}}}}}"
    "@media (forced-colors:active){path{fill:CanvasText}}"
)
_WORDS: dict[Language, str] = {"vi": "Lượt xem trang", "en": "Page views"}


def in_words(number: int, language: Language) -> str:
    """Say the number: "Lượt xem trang: 1.724.089"."""
    return f"{_WORDS[language]}: {format_number(number, 0, language)}"


def picture(number: int, language: Language) -> str:
    """Draw the number as an SVG document of its own."""
    written = format_number(number, 0, language)
    said = in_words(number, language)
    width = max(WIDTH, digits.width(written, SIZE))
    attributes: dict[str, svg.Attribute] = {
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": f"0 0 {svg.number(width)} {svg.number(HEIGHT)}",
        "width": width,
        "height": HEIGHT,
        "role": "img",
        "aria-label": said,
        "lang": language,
    }
    return svg.element(
        "svg",
        attributes,
        svg.element("title", {}, escape(said, quote=False)),
        svg.element("style", {}, _STYLE),
        digits.shapes(written, (0.0, BASELINE), SIZE),
    )
