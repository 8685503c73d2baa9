"""The register's forms: what is asked for each act, in the words of who fills it in."""
