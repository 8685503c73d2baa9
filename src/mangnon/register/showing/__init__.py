"""What the pages of the register show: of a list, of a child's file, of who may see it."""
