"""Two files that may be one child's: found across communes, judged by an officer, never lost.

Splink finds them on DuckDB, in memory alone.
"""
