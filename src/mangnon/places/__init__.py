"""Administrative units and offices through time; trees of a date; crosswalks between dates."""
