"""Who leads the programme: offices side by side, committees, inspections, reviews, commendations."""
