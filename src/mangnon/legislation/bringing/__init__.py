"""Many documents at once: a spreadsheet, and a folder or a zip of files beside it."""
