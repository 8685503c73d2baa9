"""The desk's own pages."""
