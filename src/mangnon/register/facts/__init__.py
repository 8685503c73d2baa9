"""What the register offers to the counting engine, one file a dataset. No identity leaves."""

from mangnon.register.facts import children, circumstance_year, exits, identified, measured

__all__ = ["children", "circumstance_year", "exits", "identified", "measured"]
