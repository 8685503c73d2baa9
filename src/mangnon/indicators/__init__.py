"""Declare, judge, compile, count, roll up: one definition of each figure."""
