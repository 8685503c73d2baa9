"""What people fill in: signing in, their second factor, and the work on accounts."""
