"""The directive carried down: what is asked, who holds it at each level, by when."""
