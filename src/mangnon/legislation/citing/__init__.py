"""Citations in a text, and the one document and clause each leads to; knows no Django."""
