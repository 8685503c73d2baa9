"""Says in words what a trend picture shows, for those who do not see it."""

from mangnon.text.sentence import Language
from mangnon.ui.charts.trend import Point, Trend
from mangnon.ui.charts.words import BREAK, NOTHING, PROMISED, PROVISIONAL, say


def _point(trend: Trend, point: Point, language: Language) -> str:
    mark = f" ({say(PROVISIONAL, language)})" if point.provisional else ""
    return f"{point.at.year}: {trend.written(point.value, language)}{mark}"


def describe(trend: Trend, language: Language) -> str:
    """Return a few sentences: first and last value, what was promised, where the series breaks."""
    points = trend.points
    if not points:
        return say(NOTHING, language)
    ends = points if len(points) < 3 else (points[0], points[-1])
    sentences = ["; ".join(_point(trend, point, language) for point in ends)]
    if trend.dues:
        dues = (f"{due.at.year}: {trend.written(due.value, language)}" for due in trend.dues)
        sentences.append(f"{say(PROMISED, language)} {'; '.join(dues)}")
    sentences += [f"{say(BREAK, language)} {cut.at.year}: {cut.reason}" for cut in trend.breaks]
    return ". ".join(sentence.rstrip(".") for sentence in sentences) + "."
