"""What the pages of meetings show, made ready for their templates."""
