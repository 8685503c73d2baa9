"""Conferences and trainings: who held them, who came, what they proved, whom they reached."""
