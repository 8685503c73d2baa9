"""How likely two files are one child's: Splink's model, and the pairs above a score.

How often a true pair agrees (m) is set by hand from how registers err, and stands here to be
read; how often strangers agree (u) is counted in the data itself. DuckDB works in memory and
may not spill.
"""

import logging
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import duckdb
import pyarrow as pa

from mangnon.linkage.finding import Known, Pair, folded

THRESHOLD = 0.85
EXPECTED = 0.03  # of the files are thought to be a second one; from it, how rare a true pair is
_SEED = 20150611
_DRAWN = 3e6  # pairs of strangers looked at


def pairs(
    children: Sequence[Known],
    *,
    memory_mb: int = 3000,
    threads: int = 2,
    threshold: float = THRESHOLD,
) -> list[Pair]:
    """Return the pairs that are likely one child, the likeliest first."""
    if len(children) < 2:
        return []
    import splink  # it takes half a second to load, and only a search needs it

    logging.getLogger("splink").setLevel(logging.ERROR)
    engine = duckdb.connect(":memory:", config={
        "memory_limit": f"{memory_mb}MB", "threads": threads, "temp_directory": "",
        "autoinstall_known_extensions": False, "autoload_known_extensions": False,
    })  # fmt: skip
    try:
        api = splink.DuckDBAPI(engine)
        linker = splink.Linker(
            api.register(columns(children)), _settings(splink, len(children)), log_level=40
        )
        linker.training.estimate_u_using_random_sampling(max_pairs=_DRAWN, seed=_SEED)
        found = linker.inference.predict(threshold_match_probability=threshold)
        rows = engine.execute(
            "SELECT unique_id_l, unique_id_r, match_probability FROM "
            f"{found.physical_name} ORDER BY 3 DESC, 1, 2"
        ).fetchall()
    finally:
        engine.close()
    return _likely([Pair(*row) for row in rows], children)


def columns(children: Sequence[Known]) -> pa.Table:
    """Lay what is compared in columns: folded names, days, years, numbers; None where not told."""
    made: dict[str, list[Any]] = {name: [] for name in (
        "unique_id", "name", "given", "rest", "born", "swapped", "year", "sex", "document", "carer",
    )}  # fmt: skip
    for one in children:
        name = folded(one.name)
        rest, _, given = name.rpartition(" ")
        day = one.born.isoformat() if one.precision == "day" else None
        for column, value in (
            ("unique_id", one.id), ("name", name), ("given", given), ("rest", rest),
            ("born", day), ("swapped", _swapped(day)), ("year", one.born.year), ("sex", one.sex),
            ("document", one.document or None), ("carer", folded(one.guardian) or None),
        ):  # fmt: skip
            made[column].append(value)
    return pa.table(made, schema=pa.schema([
        ("unique_id", pa.int64()), ("name", pa.string()), ("given", pa.string()),
        ("rest", pa.string()), ("born", pa.string()), ("swapped", pa.string()),
        ("year", pa.int32()), ("sex", pa.string()), ("document", pa.string()),
        ("carer", pa.string()),
    ]))  # fmt: skip


def _swapped(day: str | None) -> str | None:
    """Return the day that is meant where day and month changed places; None where none can be."""
    if day is None:
        return None
    year, month, number = day.split("-")
    return f"{year}-{number}-{month}" if int(number) <= 12 and number != month else None


def _level(sql: str, m: float, u: float | None = None, words: str = "") -> dict[str, Any]:
    level: dict[str, Any] = {"sql_condition": sql, "label_for_charts": words or sql,
                             "m_probability": m, "fix_m_probability": True}  # fmt: skip
    return level if u is None else {**level, "u_probability": u, "fix_u_probability": True}


def _null(sql: str) -> dict[str, Any]:
    return {"sql_condition": sql, "label_for_charts": "not told", "is_null_level": True}


def _settings(splink: Any, files: int) -> Any:
    return splink.SettingsCreator(
        link_type="dedupe_only",
        probability_two_random_records_match=2 * EXPECTED / max(files, 100),
        comparisons=list(_comparisons()),
        blocking_rules_to_generate_predictions=[
            splink.block_on("born", "given"),
            splink.block_on("born", "rest", "sex"),
            splink.block_on("name", "year"),
            splink.block_on("document"),
            {"blocking_rule": "l.swapped = r.born and l.given = r.given", "sql_dialect": "duckdb"},
        ],
        retain_matching_columns=False,
    )


def _comparisons() -> Iterator[dict[str, Any]]:
    """Yield what is compared: names apart from each other, for twins share all but one of them."""
    exact = _level("given_l = given_r", 0.975)
    exact["tf_adjustment_column"], exact["tf_adjustment_weight"] = "given", 1.0
    yield {
        "output_column_name": "given",
        "comparison_levels": [
            _null("given_l is null or given_r is null"),
            exact,
            _level("damerau_levenshtein(given_l, given_r) <= 1 and length(given_l) > 3", 0.015),
            _level("ELSE", 0.01),
        ],
    }
    alike = _level("rest_l = rest_r", 0.955)
    alike["tf_adjustment_column"], alike["tf_adjustment_weight"] = "rest", 1.0
    yield {
        "output_column_name": "rest",
        "comparison_levels": [
            _null("rest_l is null or rest_r is null"),
            alike,
            _level("damerau_levenshtein(rest_l, rest_r) <= 1", 0.035),
            _level("ELSE", 0.01),
        ],
    }
    yield {
        "output_column_name": "born",
        "comparison_levels": [
            _null("year_l is null or year_r is null"),
            _level("born_l = born_r", 0.93),
            _level("swapped_l = born_r", 0.02),
            _level("(born_l is null or born_r is null) and year_l = year_r", 0.045),
            _level("ELSE", 0.005),
        ],
    }
    yield {
        "output_column_name": "sex",
        "comparison_levels": [_level("sex_l = sex_r", 0.995), _level("ELSE", 0.005)],
    }
    yield {
        "output_column_name": "document",
        "comparison_levels": [
            _null("document_l is null or document_r is null"),
            _level("document_l = document_r", 0.97, 1e-7),
            _level("damerau_levenshtein(document_l, document_r) <= 1", 0.02, 1e-5),
            _level("ELSE", 0.01, 0.99999),
        ],
    }
    yield {
        "output_column_name": "carer",
        "comparison_levels": [
            _null("carer_l is null or carer_r is null"),
            _level("carer_l = carer_r", 0.9),
            _level("damerau_levenshtein(carer_l, carer_r) <= 1", 0.05),
            _level("ELSE", 0.05),
        ],
    }


def _likely(found: list[Pair], children: Iterable[Known]) -> list[Pair]:
    """Leave out brothers and sisters of one household: who lives with them tells them apart."""
    homes = {one.id: one.household for one in children if one.household is not None}
    return [
        pair for pair in found
        if pair.first not in homes or homes[pair.first] != homes.get(pair.second)
    ]  # fmt: skip
