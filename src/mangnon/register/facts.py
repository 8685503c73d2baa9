"""Offered at start."""
