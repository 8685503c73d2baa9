"""The pages of the editors' house that are ours."""
