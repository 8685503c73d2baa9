"""Pieces of DuckDB SQL that several datasets use: dates out of whole days, ages, age groups."""

FOREVER = 2147483647  # later than any day: stands for "still open" in comparisons


def as_date(days: str) -> str:
    """Give the DATE of a column of whole days since 1970-01-01."""
    return f"(DATE '1970-01-01' + CAST({days} AS INTEGER))"


def as_days(day: str) -> str:
    """Give the whole days since 1970-01-01 of a DATE or TIMESTAMP."""
    return f"(CAST({day} AS DATE) - DATE '1970-01-01')"


def age_months(born: str, day: str) -> str:
    """Give completed months from one DATE to another; below 0 before birth."""
    return (
        f"((year({day}) - year({born})) * 12 + month({day}) - month({born})"
        f" - CASE WHEN day({day}) < day({born}) THEN 1 ELSE 0 END)"
    )


def age_group(months: str) -> str:
    """Give the age group of completed months."""
    return (
        f"CASE WHEN {months} < 36 THEN '0-2' WHEN {months} < 72 THEN '3-5'"
        f" WHEN {months} < 132 THEN '6-10' WHEN {months} < 192 THEN '11-15' ELSE '16+' END"
    )
