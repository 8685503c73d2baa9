"""The same figures by the ways of others, compared cell by cell with ours."""
