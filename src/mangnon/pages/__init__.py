"""The written pages of the public house, and the house of those who write them."""
