"""The counter as a picture and as text, and the desk's page."""
