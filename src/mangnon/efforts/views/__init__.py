"""The pages of tasks and solutions."""
