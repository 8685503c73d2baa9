"""Măng Non: a province's programme for children, from the promise to the child to the figure."""

__version__ = "0.1.0"
