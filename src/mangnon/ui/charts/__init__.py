"""Pictures drawn on the server: dataclasses in, SVG out, colours by class only.

A strict content policy holds: no ``style`` attribute, no script, no font or image from elsewhere.
"""
