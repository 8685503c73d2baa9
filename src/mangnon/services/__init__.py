"""The directory of services: who helps children and families, and how one reaches them."""
