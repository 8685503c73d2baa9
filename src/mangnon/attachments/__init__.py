"""Files that officers bring as proof: looked into, locked, and handed out through a door alone."""
