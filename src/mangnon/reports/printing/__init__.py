"""A report on paper: a tagged PDF, a Word file; both from the same content as the page.

What prints is the extra ``pdf`` (Typst, python-docx); without it the page still prints.
"""
