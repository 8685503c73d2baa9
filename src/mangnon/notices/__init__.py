"""Reminders of duties: who is told of what, why, when, and how to stop it. No child is named."""
