"""Whether what a page says is Vietnamese: what it says, and which of its words are not."""
