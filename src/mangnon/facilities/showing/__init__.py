"""What the pages of facilities show."""
