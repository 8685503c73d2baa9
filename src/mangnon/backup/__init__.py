"""The whole installation in one locked file, and back again: database, proofs, pictures."""
