"""The pages of the library at the desk."""
