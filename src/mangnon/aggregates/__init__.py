"""Aggregate data: what comes as totals, filled by communes, approved above, then locked."""
