"""The pages of meetings at the desk."""
