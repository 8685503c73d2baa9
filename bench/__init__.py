"""Benchmarks: each row of the design's table of speeds, with its peer in the same run."""
