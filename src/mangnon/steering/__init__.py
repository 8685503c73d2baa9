"""Who leads: offices side by side, committees, inspections, reviews, commendations."""
