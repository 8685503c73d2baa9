"""Health stations, schools and communes held against their standards."""
