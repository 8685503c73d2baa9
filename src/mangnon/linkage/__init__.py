"""Two files that may be one child's: found across communes, judged by an officer, never lost.

Finding is the extra ``linkage`` (Splink on DuckDB, in memory alone); judging needs nothing.
"""
