"""The pages of duties at the desk."""
