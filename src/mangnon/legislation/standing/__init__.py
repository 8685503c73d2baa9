"""Whether a document holds on a day, computed from dates and relations alone; knows no Django."""
