"""A child from elsewhere: asking, requesting, releasing; and the children of split communes."""
