"""The arithmetic of a promise: pure, without a database, every number of it kept and shown."""
