"""What the pages of duties show: lists, one assignment, the cascade, who is late."""
