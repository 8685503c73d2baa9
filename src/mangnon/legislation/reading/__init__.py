"""A document's text: read from a file in a limited process, parted into its clauses."""
