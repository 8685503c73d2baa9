"""People, what they may do and where, and the doors that issue warrants."""
