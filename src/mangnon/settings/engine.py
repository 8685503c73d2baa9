"""The counting engine, and what is published of its figures."""

from mangnon.settings import env
from mangnon.settings.mode import MODE

# DuckDB's own limit, in MB; a whole rebuild works within it in batches of places.
ENGINE_MEMORY_MB = env.number("MANGNON_ENGINE_MEMORY_MB", default=800, least=200, most=65536)
ENGINE_THREADS = env.number("MANGNON_ENGINE_THREADS", default=2, least=1, most=64)
# Two releases of one series are at least this many days apart: closer ones give by difference
# what each withholds.
RELEASE_DAYS_APART = env.number(
    "MANGNON_RELEASE_DAYS_APART",
    default=28,
    least=28 if MODE == "production" else 0,
    most=366,
)
# The first year that the programme's figures cover.
FIRST_YEAR = env.number("MANGNON_FIRST_YEAR", default=2012, least=1990, most=2100)
