"""Who acted, by what right, and what was done: the lowest floor with tables."""
