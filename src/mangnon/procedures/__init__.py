"""Administrative procedures: how a family applies for what a law gives a child."""
