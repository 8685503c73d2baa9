"""The desk's pages of reports, and the leader's page."""
