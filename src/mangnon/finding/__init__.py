"""Finding: one box over everything public, with or without marks. Subjects offer, this asks."""
