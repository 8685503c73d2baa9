"""The pages: each reads an edition, chooses what to show, and fills its template."""
