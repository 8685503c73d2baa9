"""The pages of spreadsheets at the desk."""
