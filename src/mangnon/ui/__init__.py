"""The design system: tokens, type, templates and pictures drawn on the server."""
