"""Pages that show: lists, search, a child's file. Each reading leaves its entry."""
