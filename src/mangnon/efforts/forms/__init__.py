"""The forms of tasks and solutions."""
