"""The pages of reports of totals."""
